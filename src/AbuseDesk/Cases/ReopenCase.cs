using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Cases;

/// <summary>Takes the work on a closed case up again.</summary>
public sealed class ReopenCase(DeskDatabase database, DeskZone zone)
{
    /// <param name="actor">Agent or lead.</param>
    /// <param name="caseRef">Its reference.</param>
    /// <param name="reason">Why; must not be empty.</param>
    /// <param name="seenVersion">The version that the actor looked at; null skips the check.</param>
    /// <exception cref="DeskException">No such case, not closed, no reason, or changed meanwhile.</exception>
    public Task RunAsync(Actor actor, string caseRef, string reason, long? seenVersion = null)
    {
        actor.Demand("reopen a case", Role.Agent, Role.Lead);
        if (string.IsNullOrWhiteSpace(reason)) throw new DeskException("Give a reason for reopening the case.");
        return database.WriteAsync(async tx =>
        {
            var head = await CaseHead.TakeAsync(tx, caseRef);
            if (head.IsOpen) throw new DeskException($"{head.Ref} is open already.");
            await head.DemandVersionAsync(tx, seenVersion, zone);
            await ReopenAsync(tx, head, actor, reason.Trim());
        });
    }

    /// <summary>The same as part of another act, for instance when a closed case's item is reported again.</summary>
    public static async Task ReopenAsync(DeskTransaction tx, CaseHead head, Actor actor, string reason)
    {
        await tx.ExecuteAsync(
            """
            update cases set status = 'open', closed_at = null, close_reason = null, version = version + 1
            where id = @Id
            """,
            head);
        await DeadlineTurn.RefreshAsync(tx, head.Id, "look at the reopened case");
        await JournalWriter.AppendAsync(tx, head.Ref, actor, "case-reopened", $"reopened the case: {reason}", new { reason });
    }
}
