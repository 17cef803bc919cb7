using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Deadlines.Changing;

/// <summary>Stops a deadline for a reason that its rule knows: a clarification was asked for, for instance.</summary>
public sealed class PauseDeadline(DeskDatabase database, DeadlineRules rules)
{
    /// <param name="actor">One of the roles that the rule names for the reason.</param>
    /// <param name="deadlineRef">"D-2021-00012".</param>
    /// <param name="reason">A reason of the rule: "clarification".</param>
    /// <param name="note">What exactly, for the journal; may be empty.</param>
    /// <exception cref="DeskException">No such open deadline, it has run out, or the rule does not know the reason.</exception>
    public Task RunAsync(Actor actor, string deadlineRef, string reason, string? note = null)
    {
        actor.Demand("pause a deadline", Role.Agent, Role.Lead, Role.Legal);
        return database.WriteAsync(async tx =>
        {
            var deadline = await TakenDeadline.TakeRunningAsync(tx, deadlineRef);
            var word = Known(deadline, reason);
            actor.Demand($"pause {deadline.Ref} for “{word}”", [.. rules.Get(deadline.Rule).Changes.Pauses[word]]);
            if (deadline.IsPaused) throw new DeskException($"{deadline.Ref} is paused already.");
            if (deadline.DueAt <= tx.Now) throw new DeskException($"{deadline.Ref} ran out on {deadline.Due} and cannot be paused any more; ask for an extension.");
            var why = note?.Trim() ?? "";
            await tx.ExecuteAsync("insert into deadline_pauses (deadline_id, reason, note, paused_at, paused_by) values (@Id, @word, @why, @Now, @Login)", new { deadline.Id, word, why, tx.Now, actor.Login });
            await tx.ExecuteAsync("update deadlines set status = 'paused', version = version + 1 where id = @Id", deadline);
            await ReminderPlan.ClearAsync(tx, deadline.Id);
            await DeadlineTurn.RefreshAsync(tx, deadline.CaseId);
            await JournalWriter.AppendAsync(
                tx, deadline.CaseRef, actor, "deadline-paused", $"paused {deadline.Ref}: {deadline.ToDo} ({word}{(why.Length == 0 ? "" : $": {why}")})",
                new { deadline = deadline.Ref, reason = word, note = why, due_at = InstantHandler.Text(deadline.DueAt) });
        });
    }

    private string Known(TakenDeadline deadline, string reason)
    {
        var known = rules.Find(deadline.Rule)?.Changes.Pauses.Keys.ToList() ?? [];
        if (known.Count == 0) throw new DeskException($"{deadline.Ref} cannot be paused: its rule {deadline.Rule} gives no reason for it; ask for an extension.");
        return known.Find(word => word.Equals(reason.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new DeskException($"{deadline.Ref} cannot be paused for “{Shown.Briefly(reason)}”; the reasons are {string.Join(", ", known)}.");
    }
}
