using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Journal;
using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>Starts the deadlines of every rule, switched on, that an event starts; as part of the act that is the event. The same event starts nothing twice.</summary>
public sealed class StartByEvent(DeadlineRules rules, StartDeadline start)
{
    /// <param name="tx">The transaction of the act.</param>
    /// <param name="anchor">What happened.</param>
    /// <param name="on">On which case, about which notice, and when; null for now.</param>
    /// <param name="words">The event as a sentence says it; null for the usual words.</param>
    /// <returns>Their references; none where no rule waits for the event.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(DeskTransaction tx, AnchorEvent anchor, (long CaseId, long? NoticeId, Instant? At) on, string? words = null)
    {
        var started = new List<string>();
        foreach (var one in Starts(anchor, on, words))
            if (await StartedAsync(tx, one) is null) started.Add(await start.RunAsync(tx, one));
        return started;
    }

    /// <returns>References of the deadlines that the same event started before.</returns>
    internal async Task<IReadOnlyList<string>> BeforeAsync(DeskTransaction tx, AnchorEvent anchor, (long CaseId, long? NoticeId, Instant? At) on)
    {
        var before = new List<string>();
        foreach (var one in Starts(anchor, on, null))
            if (await StartedAsync(tx, one) is { } known) before.Add(known);
        return before;
    }

    /// <summary>The same for an event that happens whether or not it can be counted from: what cannot be computed is named in the journal.</summary>
    public async Task AttemptAsync(DeskTransaction tx, AnchorEvent anchor, (long CaseId, long? NoticeId, Instant? At) on, string? words = null)
    {
        foreach (var one in Starts(anchor, on, words))
        {
            if (await StartedAsync(tx, one) is not null) continue;
            try
            {
                await start.RunAsync(tx, one);
            }
            catch (DeskException problem)
            {
                // a deadline is computed before anything of it is written
                await JournalWriter.AppendAsync(
                    tx, await DeadlineTurn.ChainAsync(tx, on.CaseId), Actor.Worker, "deadline-not-started",
                    $"could not start {one.Rule} after {one.Anchor}: {problem.Message}", new { rule = one.Rule });
            }
        }
    }

    private IEnumerable<DeadlineStart> Starts(AnchorEvent anchor, (long CaseId, long? NoticeId, Instant? At) on, string? words) =>
        rules.StartedBy(anchor).Select(rule => new DeadlineStart
        {
            CaseId = on.CaseId,
            NoticeId = on.NoticeId,
            Rule = rule.Name,
            Anchor = words ?? AnchorWords.Of(anchor),
            AnchorAt = on.At,
        });

    // what was withdrawn with a case that was closed starts again where the case goes on
    private static Task<string?> StartedAsync(DeskTransaction tx, DeadlineStart one) => tx.FindAsync<string>(
        """
        select ref from deadlines
        where case_id = @CaseId and rule = @Rule and anchor = @Anchor and anchor_at = @at and coalesce(notice_id, 0) = @notice and status <> 'withdrawn'
        order by id limit 1
        """,
        new { one.CaseId, one.Rule, one.Anchor, at = one.AnchorAt ?? tx.Now, notice = one.NoticeId ?? 0 });
}

/// <summary>A person records that something happened from which deadlines are counted: a counter notice came by post, for instance.</summary>
public sealed class RecordEvent(DeskDatabase database, DeadlineRules rules, StartByEvent start, DeskZone zone)
{
    /// <param name="actor">Agent, lead or legal.</param>
    /// <param name="caseRef">The case, open.</param>
    /// <param name="anchor">What happened.</param>
    /// <param name="at">When; null for now.</param>
    /// <param name="note">For the journal; may be empty.</param>
    /// <returns>References of the deadlines that it starts.</returns>
    /// <exception cref="DeskException">No such open case, in the future, on record already, or no rule waits for it.</exception>
    public Task<IReadOnlyList<string>> RunAsync(Actor actor, string caseRef, AnchorEvent anchor, Instant? at = null, string? note = null)
    {
        actor.Demand("record what starts a deadline", Role.Agent, Role.Lead, Role.Legal);
        if (rules.StartedBy(anchor).Count == 0)
            throw new DeskException($"No rule that is switched on starts when {AnchorWords.Of(anchor)}; switch one on in deadlines.yml.");
        return database.WriteAsync(async tx =>
        {
            var head = await CaseHead.TakeOpenAsync(tx, caseRef);
            var when = at ?? tx.Now;
            if (when > tx.Now) throw new DeskException("What starts a deadline cannot be in the future; give the time at which it happened.");
            var said = $"{AnchorWords.Of(anchor)} on {SaidTime.Brief(when, zone.Zone)}";
            if (await start.BeforeAsync(tx, anchor, (head.Id, null, when)) is { Count: > 0 } before)
                throw new DeskException($"That {said} is on record already; {string.Join(", ", before)} {(before.Count == 1 ? "counts" : "count")} from it. Give another time if it is another.");
            var why = note?.Trim() ?? "";
            await JournalWriter.AppendAsync(
                tx, head.Ref, actor, "event-recorded", $"recorded that {said}{(why.Length == 0 ? "" : $": {why}")}",
                new { @event = Words.Of(anchor), at = InstantHandler.Text(when), note = why });
            return await start.RunAsync(tx, anchor, (head.Id, null, when));
        });
    }
}
