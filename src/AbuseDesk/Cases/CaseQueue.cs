using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>The cases by their next deadline; those without one come last.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The queue is the desk's word.")]
public sealed class CaseQueue(DeskDatabase database, DeskZone zone)
{
    // only the latest plan is judged: an older one that nobody assessed waits for nothing
    private const string PlanWithoutAssessment =
        """
        select p.case_id from plans p
        where not exists (select 1 from assessments a where a.plan_id = p.id)
          and not exists (select 1 from plans later where later.case_id = p.case_id
            and (later.received_at > p.received_at or (later.received_at = p.received_at and later.id > p.id)))
        """;

    /// <param name="filter">What to show.</param>
    /// <param name="after">The last row of the page before; null for the first page.</param>
    /// <param name="limit">Rows of a page.</param>
    public Task<IReadOnlyList<CaseQueueRow>> ListAsync(CaseQueueFilter filter, QueuePosition? after = null, int limit = 50) =>
        database.ReadAsync<IReadOnlyList<CaseQueueRow>>(async connection => (await connection.QueryAsync<CaseQueueRow>(
            $"""
            select k.id, k.ref, k.title, k.status, k.turn, k.to_do, k.severity, c.account as customer_account, c.name as customer_name,
              k.assignee, s.name as assignee_name, k.opened_at, k.next_due_at, k.items_count, k.still_up_count, k.removed_count, k.version
            from cases k
            join customers c on c.id = k.customer_id
            left join staff s on s.login = k.assignee
            where k.status = @status {Conditions(filter, after)}
            order by (k.next_due_at is null), k.next_due_at, k.id
            limit @limit
            """,
            Parameters(filter, after, limit))).AsList());

    /// <param name="login">Whose cases are "mine".</param>
    public Task<CaseQueueCounts> CountAsync(string login)
    {
        var now = database.Now;
        var tomorrow = now.InZone(zone.Zone).Date.PlusDays(1).AtStartOfDayInZone(zone.Zone).ToInstant();
        return database.ReadAsync(connection => connection.QuerySingleAsync<CaseQueueCounts>(
            $"""
            select count(*) as open,
              count(*) filter (where assignee = @login) as mine,
              count(*) filter (where assignee = @login and next_due_at < @tomorrow) as due_today,
              count(*) filter (where assignee is null) as nobody,
              count(*) filter (where turn = 'ours') as ours,
              count(*) filter (where turn = 'legal') as legal,
              count(*) filter (where turn = 'customer') as customer,
              count(*) filter (where severity_rank = 3) as critical,
              count(*) filter (where next_due_at < @now) as overdue,
              (select count(*) from cases k where k.status = 'open' and k.id in ({PlanWithoutAssessment})) as plans_to_assess
            from cases where status = 'open'
            """,
            new { login, tomorrow, now }));
    }

    /// <summary>How many cases of the view fall due when, counted from now.</summary>
    public Task<CaseQueueByDue> CountByDueAsync(CaseQueueFilter filter) => database.ReadAsync(connection => connection.QuerySingleAsync<CaseQueueByDue>(
        $"""
        select count(*) filter (where k.next_due_at <= @now) as overdue,
          count(*) filter (where k.next_due_at > @now and k.next_due_at <= @day) as within_day,
          count(*) filter (where k.next_due_at > @day and k.next_due_at <= @week) as within_week,
          count(*) filter (where k.next_due_at > @week) as later,
          count(*) filter (where k.next_due_at is null) as no_deadline
        from cases k
        join customers c on c.id = k.customer_id
        where k.status = @status {Conditions(filter, null)}
        """,
        Parameters(filter, null, 0)));

    private object Parameters(CaseQueueFilter filter, QueuePosition? after, int limit) => new
    {
        status = Words.Of(filter.Status),
        turn = filter.Turn is { } turn ? Words.Of(turn) : null,
        severity = filter.Severity is { } severity ? Words.Of(severity) : null,
        assignee = filter.Assignee,
        customer = filter.Customer,
        dueBefore = filter.DueBefore,
        text = Pattern(filter.Text),
        afterDue = after?.NextDueAt,
        afterId = after?.Id,
        limit,
        now = database.Now,
        day = database.Now + Duration.FromHours(24),
        week = database.Now + Duration.FromDays(7),
    };

    private static string? Pattern(string? text) =>
        text is null ? null : $"%{text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";

    private string Conditions(CaseQueueFilter filter, QueuePosition? after)
    {
        var like = database.Dialect.LikeIgnoringCase;
        var sql = new StringBuilder();
        if (filter.Turn is not null) sql.Append(" and k.turn = @turn");
        if (filter.Severity is not null) sql.Append(" and k.severity = @severity");
        if (filter.Unassigned) sql.Append(" and k.assignee is null");
        else if (filter.Assignee is not null) sql.Append(" and k.assignee = @assignee");
        if (filter.Customer is not null) sql.Append(" and c.account = @customer");
        if (filter.DueBefore is not null) sql.Append(" and k.next_due_at < @dueBefore");
        if (filter.Text is not null)
            sql.Append(CultureInfo.InvariantCulture, $" and (k.title {like} @text escape '\\' or k.ref {like} @text escape '\\' or c.name {like} @text escape '\\' or c.account {like} @text escape '\\')");
        if (filter.PlanToAssess) sql.Append($" and k.id in ({PlanWithoutAssessment})");
        if (after is { NextDueAt: null }) sql.Append(" and k.next_due_at is null and k.id > @afterId");
        else if (after is not null) sql.Append(" and (k.next_due_at > @afterDue or (k.next_due_at = @afterDue and k.id > @afterId) or k.next_due_at is null)");
        return sql.ToString();
    }
}
