using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Deadlines.Reminding;

/// <summary>Takes due reminders so that no other sweep, at the same time or later, takes them too.</summary>
internal static class ClaimReminders
{
    public const int AtOnce = 500;

    /// <summary>At most <see cref="AtOnce"/>, by their time; they are "queued" if and only if the transaction is kept.</summary>
    public static async Task<IReadOnlyList<DueReminder>> TakeAsync(DeskTransaction tx, Instant at)
    {
        var ids = (await tx.QueryAsync<long>(
            $"""
            update reminders set status = 'queued', done_at = @Now
            where id in (
              select id from reminders where status = 'planned' and remind_at <= @at
              order by remind_at, id limit {AtOnce} {tx.Dialect.SkipLocked})
            returning id
            """,
            new { tx.Now, at })).ToArray();
        if (ids.Length == 0) return [];
        var rows = await tx.QueryAsync<DueReminder>(
            $"""
            select r.id, r.deadline_id, r.remind_at, r.audience,
              (select max(o.remind_at) from reminders o
                where o.deadline_id = r.deadline_id and o.audience = r.audience and o.remind_at <= @at and o.status <> 'skipped') as latest_at,
              d.ref, d.rule, d.to_do, d.whose, d.explanation, d.due_at, d.due_zone, (d.status = 'open') as deadline_open,
              k.id as case_id, k.ref as case_ref, (k.status = 'open') as case_open, k.title as case_title, k.assignee,
              c.id as customer_id, c.account, c.name as customer_name, n.ref as notice_ref,
              (select count(*) from notice_items a where a.notice_id = d.notice_id) as items_asked,
              (select count(*) from notice_items a join items i on i.id = a.item_id where a.notice_id = d.notice_id and i.state <> 'removed') as items_left
            from reminders r
            join deadlines d on d.id = r.deadline_id
            join cases k on k.id = d.case_id
            join customers c on c.id = k.customer_id
            left join notices n on n.id = d.notice_id
            where r.id {tx.Dialect.InList("@ids")}
            order by r.remind_at, r.id
            """,
            new { ids, at });
        return rows.AsList();
    }

    /// <summary>Marks claimed reminders as not sent.</summary>
    public static Task SkipAsync(DeskTransaction tx, IEnumerable<DueReminder> moot)
    {
        var ids = moot.Select(reminder => reminder.Id).ToArray();
        return ids.Length == 0
            ? Task.CompletedTask
            : tx.ExecuteAsync($"update reminders set status = 'skipped' where id {tx.Dialect.InList("@ids")}", new { ids });
    }
}
