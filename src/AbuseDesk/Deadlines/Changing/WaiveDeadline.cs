using AbuseDesk.Cases;
using AbuseDesk.Database;

namespace AbuseDesk.Deadlines.Changing;

/// <summary>Gives a deadline up: what it asks for need not be done, and the record says who decided that and why.</summary>
public sealed class WaiveDeadline(DeskDatabase database, DeadlineRules rules)
{
    /// <param name="actor">One of the roles that the rule names: lead or legal, if it names none.</param>
    /// <param name="deadlineRef">"D-2021-00012".</param>
    /// <param name="reason">Why; must not be empty.</param>
    /// <exception cref="DeskException">No such open deadline, no reason, or it is about what happens by itself.</exception>
    public Task RunAsync(Actor actor, string deadlineRef, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new DeskException("Give the reason for waiving the deadline; it goes into the journal.");
        return database.WriteAsync(async tx =>
        {
            var deadline = await TakenDeadline.TakeRunningAsync(tx, deadlineRef);
            var rule = rules.Find(deadline.Rule);
            actor.Demand($"waive {deadline.Ref}", [.. rule?.Changes.Waive ?? [Role.Lead, Role.Legal]]);
            if (rule is { Happens: true }) throw new DeskException($"{deadline.Ref} cannot be waived: {deadline.ToDo} by itself; change what makes it happen.");
            await EndedDeadlines.EndAsync(tx, actor, deadline.CaseId, [deadline.Id], "waived", reason.Trim());
            await DeadlineTurn.RefreshAsync(tx, deadline.CaseId);
        });
    }
}
