using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Deadlines.Changing;

namespace AbuseDesk.Deadlines;

/// <summary>A person says that what a deadline asks for is done, before it is due or after.</summary>
public sealed class MeetDeadline(DeskDatabase database)
{
    /// <param name="actor">Agent, lead or legal.</param>
    /// <param name="deadlineRef">"D-2021-00012".</param>
    /// <param name="note">How it was met, for the journal; may be empty.</param>
    /// <exception cref="DeskException">There is no such deadline, it is no longer open, or its window has not opened.</exception>
    public Task RunAsync(Actor actor, string deadlineRef, string? note = null)
    {
        actor.Demand("mark a deadline as met", Role.Agent, Role.Lead, Role.Legal);
        return database.WriteAsync(async tx =>
        {
            var deadline = await TakenDeadline.TakeRunningAsync(tx, deadlineRef);
            if (deadline.NotBeforeAt is { } opens && opens > tx.Now)
                throw new DeskException($"{deadline.Ref} may not be done before {SaidTime.Brief(opens, Zones.Get(deadline.DueZone))}; have it waived if it need not be done at all.");
            await EndedDeadlines.EndAsync(tx, actor, deadline.CaseId, [deadline.Id], "met", note?.Trim() ?? "");
            await DeadlineTurn.RefreshAsync(tx, deadline.CaseId);
        });
    }
}
