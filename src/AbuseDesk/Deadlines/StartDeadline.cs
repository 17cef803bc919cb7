using System.Globalization;
using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Deadlines.Computing;
using AbuseDesk.Journal;
using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>Starts a deadline with its reminders, as part of the act that causes it.</summary>
public sealed class StartDeadline(DeadlineRules rules, References references, DeskZone zone, CountingOf countings)
{
    /// <param name="tx">The transaction of the act.</param>
    /// <param name="start">The deadline.</param>
    /// <returns>Its reference: "D-2021-00012".</returns>
    /// <exception cref="DeskException">The policy has no such rule, it is switched off, or it needs the instant to be named.</exception>
    public async Task<string> RunAsync(DeskTransaction tx, DeadlineStart start)
    {
        var rule = rules.Get(start.Rule);
        if (!rule.Enabled) throw new DeskException($"The deadline {rule.Name} is switched off; set “enabled: true” in deadlines.yml to use it.");
        var (due, counted) = await DueAsync(tx, rule, start);
        var deadlineRef = await references.NextDeadlineAsync(tx);
        var toDo = rule.ToDoFor(start.Items);
        var id = await InsertAsync(tx, rule, start, (deadlineRef, toDo), (due, counted));
        await ReminderPlan.AddAsync(tx, id, PlannedReminders.For(rule, tx.Now, due.Instant));
        await DeadlineTurn.RefreshAsync(tx, start.CaseId);
        await JournalWriter.AppendAsync(
            tx, await DeadlineTurn.ChainAsync(tx, start.CaseId), Actor.Worker, "deadline-started",
            $"started {deadlineRef}: {toDo} {(rule.Happens ? "at" : "by")} {SaidTime.Of(due.Instant, Zones.Get(due.Zone))}",
            new { deadline = deadlineRef, rule = start.Rule, due_at = InstantHandler.Text(due.Instant), zone = due.Zone });
        return deadlineRef;
    }

    private async Task<(PromisedTime Due, Counted? Counted)> DueAsync(DeskTransaction tx, DeadlineRule rule, DeadlineStart start)
    {
        if (rule.Ahead is { } ahead && start.Before is { } happening && start.Due is null)
            // too late to be that much ahead of the event: then it is due at the event itself, never before it has started
            return (happening.Instant - ahead > tx.Now ? PromisedTime.At(happening.Instant - ahead, happening.Zone) : happening, null);
        if (await countings.FindAsync(tx, rule, start.CaseId) is { } counting)
        {
            var computed = Computation.Of(counting, start.AnchorAt ?? tx.Now);
            if (start.Due is null || start.Due.Instant == computed.Due.Instant) return (start.Due ?? computed.Due, new Counted(counting, computed));
        }

        return (start.Due ?? throw new DeskException($"The deadline {rule.Name} needs the instant at which it is due; the policy gives no time within which."), null);
    }

    private Task<long> InsertAsync(DeskTransaction tx, DeadlineRule rule, DeadlineStart start, (string Ref, string ToDo) words, (PromisedTime Due, Counted? Counted) when)
    {
        var (due, counted) = when;
        var at = start.AnchorAt ?? tx.Now;
        return tx.GetAsync<long>(
            """
            insert into deadlines (ref, case_id, notice_id, rule, whose, to_do, explanation, due_at, due_local, due_zone, status, started_at,
              anchor, anchor_at, counting, calendar, calendar_sha256, not_before_at, blocks_closing, outlives_case, end_turn, end_to_do)
            values (@Ref, @CaseId, @NoticeId, @Rule, @whose, @ToDo, @explanation, @Instant, @local, @Zone, 'open', @Now,
              @Anchor, @at, @counting, @calendar, @calendarSha256, @notBefore, @BlocksClosing, @OutlivesCase, @endTurn, @endToDo)
            returning id
            """,
            new
            {
                words.Ref,
                start.CaseId,
                start.NoticeId,
                start.Rule,
                whose = Words.Of(rule.Whose),
                words.ToDo,
                explanation = counted is null ? Explanation.Of(rule, start, due.Instant, tx.Now, zone) : Explanation.Of(counted.Counting, counted.Computed, start.Anchor, at),
                due.Instant,
                local = due.Local.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
                due.Zone,
                tx.Now,
                start.Anchor,
                at,
                counting = counted is null ? null : KeptCounting.Text(counted.Counting),
                calendar = counted?.Counting.Calendar?.Name,
                calendarSha256 = counted?.Counting.Calendar?.Fingerprint,
                notBefore = counted?.Computed.NotBefore?.Instant,
                rule.BlocksClosing,
                rule.OutlivesCase,
                endTurn = rule.AtEnd is { } end ? Words.Of(end.Turn) : null,
                endToDo = rule.AtEnd?.ToDo,
            });
    }

    private sealed record Counted(Counting Counting, ComputedDeadline Computed);
}
