using AbuseDesk.Database;
using AbuseDesk.Journal;
using NodaTime;

namespace AbuseDesk.Deadlines.Changing;

/// <summary>
/// A notice reached its reader, by what a mail server says: what is counted from that starts, once. Reports do not come in the order
/// of what they report: where an earlier delivery becomes known, what runs is computed again from there.
/// </summary>
public sealed class CountFromDelivery(DeadlineRules rules, StartByEvent start, CountAgain count, MoveDeadline move)
{
    /// <param name="tx">The transaction that puts the delivery on record; it has taken the case.</param>
    /// <param name="notice">The notice; nothing starts on a case that is closed.</param>
    /// <param name="at">The first delivery that is known.</param>
    public async Task RunAsync(DeskTransaction tx, (long CaseId, long NoticeId, string Ref) notice, Instant at)
    {
        var waiting = rules.StartedBy(AnchorEvent.NoticeDelivered);
        if (waiting.Count == 0) return;
        var words = $"{notice.Ref} was delivered";
        var known = (await tx.QueryAsync<(string Ref, string Status)>(
            "select ref, status from deadlines where notice_id = @NoticeId and anchor = @words order by id", new { notice.NoticeId, words })).ToList();
        foreach (var (reference, _) in known.Where(one => one.Status is "open" or "paused"))
            await CorrectAsync(tx, await TakenDeadline.TakeRunningAsync(tx, reference), at);
        if (known.Count == 0 && await tx.GetAsync<string>("select status from cases where id = @CaseId", new { notice.CaseId }) == "open")
            await start.AttemptAsync(tx, AnchorEvent.NoticeDelivered, (notice.CaseId, notice.NoticeId, at), words);
    }

    private async Task CorrectAsync(DeskTransaction tx, TakenDeadline deadline, Instant at)
    {
        var reason = $"{deadline.Anchor} on {SaidTime.Brief(at, Zones.Get(deadline.DueZone))}: an earlier delivery became known";
        await tx.ExecuteAsync("update deadlines set anchor_at = @at where id = @Id", new { deadline.Id, at });
        await JournalWriter.AppendAsync(
            tx, deadline.CaseRef, Actor.Worker, "anchor-corrected", $"corrected what {deadline.Ref} counts from: {reason}",
            new { deadline = deadline.Ref, from = deadline.AnchorAt is { } old ? InstantHandler.Text(old) : null, to = InstantHandler.Text(at), reason });
        // a paused one is computed when it goes on
        if (!deadline.IsPaused && await count.FindAsync(tx, deadline with { AnchorAt = at }, "anchor-corrected", reason) is { } moved)
            await move.RunAsync(tx, Actor.Worker, deadline, moved);
    }
}
