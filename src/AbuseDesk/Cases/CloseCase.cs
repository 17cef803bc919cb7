using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Cases;

/// <summary>Ends the work on a case. While items are up or unchecked a reason must say why it may end nevertheless.</summary>
public sealed class CloseCase(DeskDatabase database, DeskZone zone)
{
    /// <param name="actor">Agent or lead.</param>
    /// <param name="caseRef">Its reference.</param>
    /// <param name="reason">Why it ends; may be empty only if every item is removed.</param>
    /// <param name="seenVersion">The version that the actor looked at; null skips the check.</param>
    /// <exception cref="DeskException">No such open case, items that are not removed and no reason, or changed meanwhile.</exception>
    public Task RunAsync(Actor actor, string caseRef, string? reason, long? seenVersion = null)
    {
        actor.Demand("close a case", Role.Agent, Role.Lead);
        return database.WriteAsync(async tx =>
        {
            var head = await CaseHead.TakeOpenAsync(tx, caseRef);
            await head.DemandVersionAsync(tx, seenVersion, zone);
            var left = await tx.GetAsync<int>("select count(*) from items where case_id = @Id and state <> 'removed'", head);
            var why = reason?.Trim() ?? "";
            if (left > 0 && why.Length == 0)
                throw new DeskException($"{head.Ref} has {Count(left)} not found removed; check them, or give a reason for closing it now.");
            await tx.ExecuteAsync(
                """
                update cases set status = 'closed', turn = 'ours', to_do = '', next_due_at = null,
                  closed_at = @Now, close_reason = @why, version = version + 1
                where id = @Id
                """,
                new { head.Id, tx.Now, why });
            var summary = why.Length == 0 ? "closed the case: every item is removed" : $"closed the case: {why}";
            await JournalWriter.AppendAsync(tx, head.Ref, actor, "case-closed", summary, new { reason = why, items_not_removed = left });
        });
    }

    private static string Count(int items) => items == 1 ? "1 item" : $"{items} items";
}
