using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Deadlines.Reminding;

/// <summary>Takes due reminders so that no other sweep, at the same time or later, takes them too.</summary>
internal static class ClaimReminders
{
    /// <summary>Of customers: a page at a time, so that no transaction grows long.</summary>
    public const int AtOnce = 500;

    /// <summary>Of the desk's own people, who get one mail for many: all of a downtime together.</summary>
    public const int OfTheDeskAtOnce = 10_000;

    /// <summary>At most <see cref="AtOnce"/> to customers, by their time; they are "queued" if and only if the transaction is kept.</summary>
    public static Task<IReadOnlyList<DueReminder>> OfCustomersAsync(DeskTransaction tx, Instant at) => TakeAsync(tx, at, "audience = 'customer'", AtOnce);

    /// <summary>At most <see cref="OfTheDeskAtOnce"/> to the desk's own people. Another sweep that does the same waits until this transaction has ended.</summary>
    public static async Task<IReadOnlyList<DueReminder>> OfTheDeskAsync(DeskTransaction tx, Instant at)
    {
        var any = await tx.GetAsync<bool>(
            "select exists (select 1 from reminders where status = 'planned' and remind_at <= @at and audience <> 'customer')", new { at });
        if (!any) return [];
        await tx.ExecuteAsync("update reminder_gate set passed = passed + 1");
        return await TakeAsync(tx, at, "audience <> 'customer'", OfTheDeskAtOnce);
    }

    private static async Task<IReadOnlyList<DueReminder>> TakeAsync(DeskTransaction tx, Instant at, string whose, int most)
    {
        var ids = (await tx.QueryAsync<long>(
            $"""
            update reminders set status = 'queued', done_at = @Now
            where id in (
              select id from reminders where status = 'planned' and remind_at <= @at and {whose}
              order by remind_at, id limit {most} {tx.Dialect.SkipLocked})
            returning id
            """,
            new { tx.Now, at })).ToArray();
        var reminders = new List<DueReminder>(ids.Length);
        foreach (var some in ids.Chunk(AtOnce)) reminders.AddRange(await ReadAsync(tx, some, at));
        return [.. reminders.OrderBy(reminder => reminder.RemindAt).ThenBy(reminder => reminder.Id)];
    }

    private static Task<IEnumerable<DueReminder>> ReadAsync(DeskTransaction tx, long[] ids, Instant at) => tx.QueryAsync<DueReminder>(
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
        """,
        new { ids, at });

    /// <summary>Marks claimed reminders as not sent.</summary>
    public static async Task SkipAsync(DeskTransaction tx, IEnumerable<DueReminder> moot)
    {
        foreach (var ids in moot.Select(reminder => reminder.Id).Chunk(AtOnce))
            await tx.ExecuteAsync($"update reminders set status = 'skipped' where id {tx.Dialect.InList("@ids")}", new { ids });
    }

    /// <summary>Keeps which mail stands for which reminders.</summary>
    public static async Task SumUpAsync(DeskTransaction tx, IEnumerable<DueReminder> reminders, string messageId)
    {
        foreach (var ids in reminders.Select(reminder => reminder.Id).Chunk(AtOnce))
        {
            await tx.ExecuteAsync(
                $"""
                insert into reminder_summaries (reminder_id, outbox_id)
                select r.id, o.id from reminders r, outbox o where o.message_id = @messageId and r.id {tx.Dialect.InList("@ids")}
                """,
                new { messageId, ids });
        }
    }
}
