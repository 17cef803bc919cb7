using AbuseDesk.Cases;
using AbuseDesk.Customers;
using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Escalation;

/// <summary>Shows how a customer stands: its cases, the violations as the ladder counts them, what it held, whom mail reaches.</summary>
public sealed class ShowStanding(DeskDatabase database, Ladder ladder, DeskZone zone)
{
    /// <summary>Cases and violations at most; the queue and the cases lead to the others.</summary>
    public const int Most = 100;

    /// <exception cref="DeskException">No such customer.</exception>
    public Task<CustomerStanding> RunAsync(string account, CancellationToken cancel = default) => database.SnapshotAsync(async tx =>
    {
        var customer = await CustomerRecords.GetAsync(tx.Connection, account);
        var standing = new Standing(ladder, await EscalationRecords.ReadAsync(tx, ladder, zone.Zone, customer.Id, tx.Now));
        return new CustomerStanding
        {
            Customer = customer,
            Points = standing.Points,
            WindowDays = ladder.WindowDays,
            Cases = await CasesAsync(tx, customer.Id),
            Violations = [.. (await ViolationsAsync(tx, customer.Id)).Select(row => Counted(standing, row))],
            ViolationsCount = await tx.GetAsync<long>("select count(*) from violations where customer_id = @Id", new { customer.Id }),
            CountingCount = standing.Counting.Count(),
            Resources = await CustomerRecords.ResourcesAsync(tx.Connection, customer.Id),
            Contacts = await CustomerRecords.ContactsAsync(tx.Connection, customer.Id),
        };
    }, cancel);

    private static StandingViolation Counted(Standing standing, ViolationOnRecord row)
    {
        var violation = new RecordedViolation($"{row.CaseRef}/{row.Number}", row.SeenAt, Words.Parse<Severity>(row.Severity)) { Reversed = row.ReversedAt is not null };
        var expires = standing.Expires(violation);
        var state = violation.Reversed ? "reversed"
            : expires <= standing.Now ? "expired"
            : standing.PointsOf(violation) == 0 ? "lifted"
            : "counts";
        return new StandingViolation(row, standing.PointsOf(violation), expires, state);
    }

    private static async Task<IReadOnlyList<StandingCase>> CasesAsync(DeskTransaction tx, long id) => (await tx.QueryAsync<StandingCase>(
        """
        select ref, title, status, severity, items_count, still_up_count, opened_at, closed_at
        from cases where customer_id = @id order by opened_at desc, ref desc limit @Most
        """,
        new { id, Most })).AsList();

    private static async Task<IReadOnlyList<ViolationOnRecord>> ViolationsAsync(DeskTransaction tx, long id) => (await tx.QueryAsync<ViolationOnRecord>(
        """
        select k.ref as case_ref, i.number, c.number as clause, c.heading, t.version as terms_version, v.severity, v.seen_at, v.reversed_at
        from violations v
        join items i on i.id = v.item_id
        join cases k on k.id = v.case_id
        join clauses c on c.id = v.clause_id
        join terms_versions t on t.id = c.terms_version_id
        where v.customer_id = @id
        order by v.seen_at desc, v.id desc
        limit @Most
        """,
        new { id, Most })).AsList();
}
