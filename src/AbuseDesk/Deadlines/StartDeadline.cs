using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Journal;
using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>Starts a deadline with its reminders, as part of the act that causes it.</summary>
public sealed class StartDeadline(DeadlineRules rules, References references, DeskZone zone)
{
    /// <param name="tx">The transaction of the act.</param>
    /// <param name="start">The deadline.</param>
    /// <returns>Its reference: "D-2021-00012".</returns>
    /// <exception cref="DeskException">The policy has no such rule, or the rule needs the instant to be named.</exception>
    public async Task<string> RunAsync(DeskTransaction tx, DeadlineStart start)
    {
        var rule = rules.Get(start.Rule);
        var due = start.Due ?? Counted(rule, start.Before, tx.Now);
        var deadlineRef = await references.NextDeadlineAsync(tx);
        var toDo = rule.ToDoFor(start.Items);
        var id = await tx.GetAsync<long>(
            """
            insert into deadlines (ref, case_id, notice_id, rule, whose, to_do, explanation, due_at, due_local, due_zone, status, started_at)
            values (@deadlineRef, @CaseId, @NoticeId, @Rule, @whose, @toDo, @explanation, @Instant, @local, @Zone, 'open', @Now)
            returning id
            """,
            new
            {
                deadlineRef,
                start.CaseId,
                start.NoticeId,
                start.Rule,
                whose = Words.Of(rule.Whose),
                toDo,
                explanation = Explanation.Of(rule, start, due.Instant, tx.Now, zone),
                due.Instant,
                local = due.Local.ToString("uuuu-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
                due.Zone,
                tx.Now,
            });
        await PlanAsync(tx, id, PlannedReminders.For(rule, tx.Now, due.Instant));
        await DeadlineTurn.RefreshAsync(tx, start.CaseId);
        await JournalWriter.AppendAsync(
            tx, await DeadlineTurn.ChainAsync(tx, start.CaseId), Actor.Worker, "deadline-started",
            $"started {deadlineRef}: {toDo} {(rule.Happens ? "at" : "by")} {SaidTime.Of(due.Instant, Zones.Get(due.Zone))}",
            new { deadline = deadlineRef, rule = start.Rule, due_at = InstantHandler.Text(due.Instant), zone = due.Zone });
        return deadlineRef;
    }

    // too late to be that much ahead of the event: then it is due at the event itself, never before it has started
    private PromisedTime Counted(DeadlineRule rule, PromisedTime? before, Instant now) => (rule, before) switch
    {
        ({ Ahead: { } ahead }, { } happening) => happening.Instant - ahead > now ? PromisedTime.At(happening.Instant - ahead, happening.Zone) : happening,
        ({ Within: { } within }, _) => PromisedTime.At(now + within, zone.Id),
        _ => throw new DeskException($"The deadline {rule.Name} needs the instant at which it is due; the policy gives no time within which."),
    };

    private static Task<int> PlanAsync(DeskTransaction tx, long deadline, IReadOnlyList<PlannedReminder> reminders) => tx.ExecuteAsync(
        """
        insert into reminders (deadline_id, remind_at, kind, audience, status)
        values (@deadline, @At, @kind, @audience, 'planned') on conflict (deadline_id, remind_at, audience) do nothing
        """,
        reminders.Select(planned => new { deadline, planned.At, kind = Words.Of(planned.Kind), audience = Words.Of(planned.Audience) }));
}
