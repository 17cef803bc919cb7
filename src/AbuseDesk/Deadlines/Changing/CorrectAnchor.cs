using AbuseDesk.Database;
using AbuseDesk.Journal;
using NodaTime;

namespace AbuseDesk.Deadlines.Changing;

/// <summary>Says that the event a deadline counts from was at another time; the deadline is computed again.</summary>
public sealed class CorrectAnchor(DeskDatabase database, CountAgain count, MoveDeadline move)
{
    /// <param name="actor">Agent, lead or legal.</param>
    /// <param name="deadlineRef">"D-2021-00012".</param>
    /// <param name="at">When the event was; not in the future.</param>
    /// <param name="reason">How that is known; must not be empty.</param>
    /// <exception cref="DeskException">No such open deadline, no reason, in the future, or its instant was named and not computed.</exception>
    public Task RunAsync(Actor actor, string deadlineRef, Instant at, string reason)
    {
        actor.Demand("correct what a deadline counts from", Role.Agent, Role.Lead, Role.Legal);
        if (string.IsNullOrWhiteSpace(reason)) throw new DeskException("Say how the right time is known; it goes into the journal.");
        return database.WriteAsync(async tx =>
        {
            var deadline = await TakenDeadline.TakeRunningAsync(tx, deadlineRef);
            if (at > tx.Now) throw new DeskException("The event cannot be in the future; give the time at which it happened.");
            if (deadline.IsPaused) throw new DeskException($"{deadline.Ref} is paused; resume it before you correct what it counts from.");
            var corrected = deadline with { AnchorAt = at };
            var moved = await count.FindAsync(tx, corrected, "anchor-corrected", $"{deadline.Anchor} on {SaidTime.Brief(at, Zones.Get(deadline.DueZone))}: {reason.Trim()}")
                ?? throw new DeskException($"{deadline.Ref} is due at an instant that somebody named, in a notice or an extension; it does not depend on when {deadline.Anchor ?? "it started"}.");
            await tx.ExecuteAsync("update deadlines set anchor_at = @at where id = @Id", new { deadline.Id, at });
            await JournalWriter.AppendAsync(
                tx, deadline.CaseRef, actor, "anchor-corrected", $"corrected what {deadline.Ref} counts from: {moved.Reason}",
                new { deadline = deadline.Ref, from = deadline.AnchorAt is { } old ? InstantHandler.Text(old) : null, to = InstantHandler.Text(at), reason = reason.Trim() });
            await move.RunAsync(tx, actor, deadline, moved);
        });
    }
}
