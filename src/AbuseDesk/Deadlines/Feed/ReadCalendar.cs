using System.Data.Common;
using AbuseDesk.Database;
using AbuseDesk.Mail;
using AbuseDesk.Staff.Absences;
using Dapper;
using NodaTime;

namespace AbuseDesk.Deadlines.Feed;

/// <summary>
/// The calendar behind a secret address: the deadlines of its owner's cases and roles, and those of the cases of somebody for whom
/// the owner stands in. Those that ended stay for a while as cancelled, so that programs which keep what they read take them out.
/// </summary>
public sealed class ReadCalendar(DeskDatabase database, DeadlineRules rules, SenderIdentity sender, DeskSettings settings)
{
    // the nearest; more in one calendar helps nobody
    private const int Most = 2000;

    private static readonly Duration Kept = Duration.FromDays(30);

    /// <returns>Null where no such address is there, or its owner is disabled.</returns>
    public Task<byte[]?> RunAsync(string secret, CancellationToken cancel = default) => database.ReadAsync(async connection =>
    {
        var owner = await connection.QuerySingleOrDefaultAsync<Owner>(
            """
            select s.login, s.name, s.roles from calendar_feeds f join staff s on s.id = f.staff_id
            where f.secret_sha256 = @hash and s.disabled = false
            """,
            new { hash = FeedSecret.Hash(secret) });
        return owner is null ? null : DeadlineCalendar.Feed($"Deadlines of {owner.Name}", await EntriesAsync(connection, owner), sender, settings.PublicUrl);
    }, cancel);

    private async Task<IEnumerable<CalendarEntry>> EntriesAsync(DbConnection connection, Owner owner)
    {
        var now = database.Now;
        var away = (await AbsenceRecords.AtAsync(connection, now)).Where(absence => absence.Substitute == owner.Login).Select(absence => absence.Login);
        return await connection.QueryAsync<CalendarEntry>(
            $"""
            select d.ref, d.version, d.status, d.to_do, d.explanation, d.due_at, k.ref as case_ref, n.ref as notice_ref, c.account,
              coalesce(d.ended_at, (select max(m.moved_at) from deadline_moves m where m.deadline_id = d.id), d.started_at) as changed_at
            from deadlines d
            join cases k on k.id = d.case_id
            join customers c on c.id = k.customer_id
            left join notices n on n.id = d.notice_id
            where (d.status in ('open', 'paused') or d.ended_at >= @since)
              and (k.assignee {database.Dialect.InList("@holders")}
                or (@legal = 1 and (d.whose = 'legal' or d.rule {database.Dialect.InList("@ofLegal")}))
                or (@lead = 1 and (k.assignee is null or d.rule {database.Dialect.InList("@ofLead")})))
            order by case when d.ended_at is null then 0 else 1 end, d.due_at, d.id
            limit {Most}
            """,
            new
            {
                since = now - Kept,
                holders = away.Prepend(owner.Login).Distinct().ToArray(),
                legal = owner.Is(Role.Legal) ? 1 : 0,
                lead = owner.Is(Role.Lead) ? 1 : 0,
                ofLegal = RulesFor(Audience.Legal),
                ofLead = RulesFor(Audience.Lead),
            });
    }

    private string[] RulesFor(Audience audience) => [.. rules.All.Where(rule => rule.Audience.Contains(audience)).Select(rule => rule.Name)];

    private sealed record Owner
    {
        public required string Login { get; init; }

        public required string Name { get; init; }

        public required string Roles { get; init; }

        public bool Is(Role role) => Roles.Split(' ').Contains(Words.Of(role));
    }
}
