using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Deadlines.Changing;

/// <summary>Lets a paused deadline run again, with what was left of it or anew, as its rule says.</summary>
public sealed class ResumeDeadline(DeskDatabase database, DeadlineRules rules, CountAgain count, MoveDeadline move)
{
    /// <param name="actor">One of the roles that may pause it for the same reason.</param>
    /// <param name="deadlineRef">"D-2021-00012".</param>
    /// <param name="note">For the journal; may be empty.</param>
    /// <exception cref="DeskException">No such deadline, or it is not paused.</exception>
    public Task RunAsync(Actor actor, string deadlineRef, string? note = null)
    {
        actor.Demand("resume a deadline", Role.Agent, Role.Lead, Role.Legal);
        return database.WriteAsync(async tx =>
        {
            var deadline = await TakenDeadline.TakeRunningAsync(tx, deadlineRef);
            if (!deadline.IsPaused) throw new DeskException($"{deadline.Ref} is not paused.");
            var (reason, pausedAt) = await tx.GetAsync<(string, NodaTime.Instant)>(
                "select reason, paused_at from deadline_pauses where deadline_id = @Id and resumed_at is null", deadline);
            if (rules.Find(deadline.Rule)?.Changes.Pauses.GetValueOrDefault(reason) is { } roles) actor.Demand($"resume {deadline.Ref}", [.. roles]);
            await tx.ExecuteAsync("update deadline_pauses set resumed_at = @Now, resumed_by = @Login where deadline_id = @Id and resumed_at is null", new { deadline.Id, tx.Now, actor.Login });
            var why = note?.Trim() ?? "";
            await JournalWriter.AppendAsync(
                tx, deadline.CaseRef, actor, "deadline-resumed", $"resumed {deadline.Ref}: {deadline.ToDo} ({reason}{(why.Length == 0 ? "" : $": {why}")})",
                new { deadline = deadline.Ref, reason, note = why });
            await move.RunAsync(tx, actor, deadline, await count.FindAsync(tx, deadline, "resumed", $"the pause for {reason} ended") ?? Shifted(deadline, tx.Now - pausedAt, reason));
        });
    }

    // an instant that was named moves by the time it was paused
    private static DeadlineMove Shifted(TakenDeadline deadline, NodaTime.Duration paused, string reason) => new()
    {
        Cause = "resumed",
        Reason = $"the pause for {reason} ended",
        Due = PromisedTime.At(deadline.DueAt + paused, deadline.DueZone),
        Explanation = $"{deadline.Explanation.TrimEnd('.')}; moved on by the {SaidTime.Of(paused)} of a pause.",
        NotBefore = deadline.NotBeforeAt + paused,
    };
}
