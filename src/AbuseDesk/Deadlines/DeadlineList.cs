using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Deadlines;

/// <summary>Open deadlines by the instant at which they are due: the longest overdue first.</summary>
public sealed class DeadlineList(DeskDatabase database)
{
    /// <param name="filter">Which of them.</param>
    /// <param name="after">Where the page before ended; null for the first page.</param>
    /// <param name="count">How many rows at most.</param>
    public Task<IReadOnlyList<DeadlineRow>> RunAsync(DeadlineFilter filter, DeadlineKey? after = null, int count = 50) =>
        database.ReadAsync<IReadOnlyList<DeadlineRow>>(async connection => (await connection.QueryAsync<DeadlineRow>(
            $"""
            select d.id, d.ref, k.ref as case_ref, k.title as case_title, c.name as customer_name, n.ref as notice_ref,
              d.rule, d.whose, d.to_do, d.explanation, d.due_at, d.due_local, d.due_zone, k.assignee, s.name as assignee_name, l.name as reviewer_name,
              (select t.zone from contacts t where t.customer_id = c.id order by t.id limit 1) as customer_zone,
              (select count(*) from reminders r where r.deadline_id = d.id and r.status = 'queued') as reminders_sent,
              (select count(*) from reminders r where r.deadline_id = d.id and r.status = 'planned') as reminders_planned
            from deadlines d
            join cases k on k.id = d.case_id
            join customers c on c.id = k.customer_id
            left join notices n on n.id = d.notice_id
            left join staff s on s.login = k.assignee
            left join staff l on l.login = n.reviewer
            where d.status = @status {Narrowed(filter, after)}
            order by d.due_at, d.id limit @count
            """,
            new
            {
                status = filter.Paused ? "paused" : "open",
                filter.DueBefore,
                caseRef = filter.CaseRef?.Trim().ToUpperInvariant(),
                whose = filter.Whose is { } whose ? Words.Of(whose) : null,
                filter.Assignee,
                afterDue = after?.DueAt,
                afterId = after?.Id,
                count,
            })).AsList());

    private static string Narrowed(DeadlineFilter filter, DeadlineKey? after) => string.Join(' ',
    [
        filter.DueBefore is null ? "" : "and d.due_at < @DueBefore",
        filter.CaseRef is null ? "" : "and d.case_id = (select id from cases where ref = @caseRef)",
        filter.Whose is null ? "" : "and d.whose = @whose",
        filter.Assignee is null ? "" : "and k.assignee = @Assignee",
        after is null ? "" : "and (d.due_at, d.id) > (@afterDue, @afterId)",
    ]);
}
