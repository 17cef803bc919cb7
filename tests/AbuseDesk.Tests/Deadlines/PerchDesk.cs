using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Tests.Database;
using Dapper;

namespace AbuseDesk.Tests.Deadlines;

/// <summary>One customer in Paris, the people of the desk, and one open case that Ines holds.</summary>
public abstract class PerchDesk(Engine engine) : DeskTest(engine)
{
    protected const string CaseRef = "C-2020-0417";

    protected long CaseId { get; private set; }

    protected long CustomerId { get; private set; }

    [SetUp]
    public Task FillTheDesk() => Database.WriteAsync(async tx =>
    {
        foreach (var (login, name, roles) in new[] { ("ines", "Ines Calder", "agent"), ("maren", "Maren Lindqvist", "agent lead"), ("ruth", "Ruth Ostrander", "legal") })
        {
            await tx.ExecuteAsync(
                """
                insert into staff (login, name, title, email, zone, roles, security_stamp, created_at)
                values (@login, @name, 'Abuse Desk', @login || '@cloud.example', 'America/Los_Angeles', @roles, 'x', @Now)
                """,
                new { login, name, roles, tx.Now });
        }

        CustomerId = await tx.GetAsync<long>(
            "insert into customers (account, name, created_at) values ('A-1042', 'Perch Social', @Now) returning id", new { tx.Now });
        await ContactAsync(tx, "abuse", "Odile Varenne");
        await ContactAsync(tx, "legal", "Ruben Castellan");
        await ContactAsync(tx, "owner", "Greta Aldenhoff");
        CaseId = await NewCaseAsync(tx, CaseRef);
    });

    protected Task<long> NewCaseAsync(DeskTransaction tx, string caseRef) => tx.GetAsync<long>(
        """
        insert into cases (ref, customer_id, title, status, turn, to_do, severity, severity_rank, assignee, opened_at)
        values (@caseRef, @CustomerId, 'Calls for violence', 'open', 'ours', 'look', 'high', 3, 'ines', @Now) returning id
        """,
        new { caseRef, CustomerId, tx.Now });

    /// <summary>The customer must remove 30 items by the instant, on the clock of Los Angeles.</summary>
    protected Task<string> StartAsync(string dueUtc, string rule = DeadlineRules.ActBy) => Database.WriteAsync(tx =>
        Get<StartDeadline>().RunAsync(tx, new DeadlineStart
        {
            CaseId = CaseId,
            Rule = rule,
            Due = PromisedTime.At(At(dueUtc), "America/Los_Angeles"),
            Items = 30,
            Anchor = "N-2020-0700 was sent",
        }));

    protected Task<T> OneAsync<T>(string sql, object? parameters = null) =>
        Database.ReadAsync(connection => connection.QuerySingleAsync<T>(sql, parameters));

    protected async Task<IReadOnlyList<T>> AllAsync<T>(string sql, object? parameters = null) =>
        await Database.ReadAsync(async connection => (await connection.QueryAsync<T>(sql, parameters)).AsList());

    private Task<int> ContactAsync(DeskTransaction tx, string role, string name) => tx.ExecuteAsync(
        """
        insert into contacts (customer_id, role, name, email, locale, zone)
        values (@CustomerId, @role, @name, @role || '@perch.example', 'fr-FR', 'Europe/Paris')
        """,
        new { CustomerId, role, name });
}
