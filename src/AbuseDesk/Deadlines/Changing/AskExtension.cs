using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Deadlines.Changing;

/// <summary>Asks for a later instant; another person decides.</summary>
public sealed class AskExtension(DeskDatabase database, DeadlineRules rules, CountAgain count, MovedMail mail)
{
    /// <param name="actor">Agent, lead or legal.</param>
    /// <param name="deadlineRef">"D-2021-00012".</param>
    /// <param name="until">The later instant.</param>
    /// <param name="reason">Why; must not be empty.</param>
    /// <exception cref="DeskException">No such open deadline, no reason, not later, later than the rule allows, or asked for already.</exception>
    public Task RunAsync(Actor actor, string deadlineRef, PromisedTime until, string reason)
    {
        actor.Demand("ask for an extension", Role.Agent, Role.Lead, Role.Legal);
        if (string.IsNullOrWhiteSpace(reason)) throw new DeskException("Give the reason for the extension; whoever approves it reads it.");
        return database.WriteAsync(async tx =>
        {
            var deadline = await TakenDeadline.TakeRunningAsync(tx, deadlineRef);
            var rule = rules.Get(deadline.Rule);
            Check(deadline, rule, until, tx.Now);
            if (await tx.FindAsync<string>("select asked_by from deadline_extensions where deadline_id = @Id and status = 'asked'", deadline) is { } other)
                throw new DeskException($"{other} has asked for an extension of {deadline.Ref} already; have that one decided first.");
            await tx.ExecuteAsync(
                """
                insert into deadline_extensions (deadline_id, until_at, until_zone, reason, asked_at, asked_by, status)
                values (@Id, @Instant, @Zone, @reason, @Now, @Login, 'asked')
                """,
                new { deadline.Id, until.Instant, until.Zone, reason = reason.Trim(), tx.Now, actor.Login });
            await JournalWriter.AppendAsync(
                tx, deadline.CaseRef, actor, "extension-asked",
                $"asked to extend {deadline.Ref}: {deadline.ToDo}, to {SaidTime.Brief(until.Instant, Zones.Get(until.Zone))} ({reason.Trim()})",
                new { deadline = deadline.Ref, until = InstantHandler.Text(until.Instant), reason = reason.Trim() });
            await mail.AskAsync(tx, deadline, actor, (until, reason.Trim()), rule.Changes.Extend);
        });
    }

    private void Check(TakenDeadline deadline, DeadlineRule rule, PromisedTime until, NodaTime.Instant now)
    {
        if (rule.Happens) throw new DeskException($"{deadline.Ref} cannot be extended: {deadline.ToDo} by itself.");
        if (rule.Changes.Extend.Count == 0) throw new DeskException($"{deadline.Ref} cannot be extended: its rule {rule.Name} allows none{(rule.Source is { } source ? $" ({source})" : "")}.");
        if (deadline.IsPaused) throw new DeskException($"{deadline.Ref} is paused; resume it before you ask for more time.");
        if (until.Instant <= deadline.DueAt || until.Instant <= now) throw new DeskException($"An extension must be later than {deadline.Due}, when {deadline.Ref} is due, and later than now.");
        if (rule.Changes.AtMost is { } atMost && count.Limit(deadline, atMost) is { } limit && until.Instant > limit.Instant)
            throw new DeskException($"{deadline.Ref} can be extended to {SaidTime.Brief(limit.Instant, Zones.Get(limit.Zone))} at most, {atMost.Said} after {deadline.Anchor}; ask for that or less.");
    }
}
