using AbuseDesk.Database;

namespace AbuseDesk.Deadlines;

/// <summary>The reminders of a deadline that are still to come.</summary>
internal static class ReminderPlan
{
    public static Task<int> AddAsync(DeskTransaction tx, long deadline, IReadOnlyList<PlannedReminder> reminders) => tx.ExecuteAsync(
        """
        insert into reminders (deadline_id, remind_at, kind, audience, status)
        values (@deadline, @At, @kind, @audience, 'planned')
        on conflict (deadline_id, remind_at, audience) do update set status = 'planned', done_at = null, kind = excluded.kind where reminders.status = 'skipped'
        """,
        reminders.Select(planned => new { deadline, planned.At, kind = Words.Of(planned.Kind), audience = Words.Of(planned.Audience) }));

    /// <summary>Nobody is reminded of the deadline any more, unless new ones are planned.</summary>
    public static Task<int> ClearAsync(DeskTransaction tx, long deadline) => tx.ExecuteAsync(
        "update reminders set status = 'skipped', done_at = @Now where status = 'planned' and deadline_id = @deadline", new { tx.Now, deadline });
}
