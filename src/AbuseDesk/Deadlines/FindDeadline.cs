using AbuseDesk.Database;
using AbuseDesk.Deadlines.Changing;

namespace AbuseDesk.Deadlines;

/// <summary>Reads one deadline with all that was done to it.</summary>
public sealed class FindDeadline(DeskDatabase database, DeadlineRules rules)
{
    /// <exception cref="DeskException">There is no such deadline.</exception>
    public async Task<DeadlineDetails> GetAsync(string deadlineRef) => await RunAsync(deadlineRef) ?? throw TakenDeadline.Unknown(deadlineRef);

    /// <returns>Null where there is none.</returns>
    public Task<DeadlineDetails?> RunAsync(string deadlineRef) => database.SnapshotAsync(async tx =>
    {
        var row = await tx.FindAsync<DeadlineDetails>(
            """
            select d.id, d.ref, k.ref as case_ref, k.title as case_title, k.status as case_status, c.name as customer_name, n.ref as notice_ref, d.rule, d.whose, d.to_do,
              d.status, d.explanation, d.due_at, d.due_local, d.due_zone, d.not_before_at, d.anchor, d.anchor_at, (d.counting is not null) as is_counted, d.extended, d.blocks_closing,
              d.started_at, d.ended_at
            from deadlines d join cases k on k.id = d.case_id join customers c on c.id = k.customer_id left join notices n on n.id = d.notice_id
            where d.ref = @wanted
            """,
            new { wanted = deadlineRef.Trim().ToUpperInvariant() });
        if (row is null) return null;
        return row with
        {
            Source = rules.Find(row.Rule)?.Source,
            Changes = rules.Find(row.Rule)?.Changes,
            Happens = rules.Find(row.Rule)?.Happens ?? false,
            Pauses = [.. await tx.QueryAsync<DeadlinePause>("select reason, note, paused_at, paused_by, resumed_at, resumed_by from deadline_pauses where deadline_id = @Id order by id", row)],
            Extensions =
            [
                .. await tx.QueryAsync<DeadlineExtension>(
                    "select until_at, until_zone, reason, asked_at, asked_by, status, decided_at, decided_by, comment from deadline_extensions where deadline_id = @Id order by id", row),
            ],
            Moves =
            [
                .. await tx.QueryAsync<PastDue>("select moved_at, moved_by, cause, reason, old_due_at, old_explanation, new_due_at from deadline_moves where deadline_id = @Id order by id", row),
            ],
            Reminders = [.. await tx.QueryAsync<DeadlineReminder>("select remind_at, audience, status from reminders where deadline_id = @Id order by remind_at, audience", row)],
        };
    });
}
