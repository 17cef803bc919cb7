using AbuseDesk.Database;
using AbuseDesk.Deadlines.Computing;
using NodaTime;

namespace AbuseDesk.Deadlines.Changing;

/// <summary>Where a running deadline comes to by what is known now: its event, its pauses, its calendar.</summary>
public sealed class CountAgain(Calendars calendars)
{
    /// <returns>Null where its instant was named, by a notice or by an extension.</returns>
    internal async Task<DeadlineMove?> FindAsync(DeskTransaction tx, TakenDeadline deadline, string cause, string reason)
    {
        if (deadline.Extended || deadline.Counting is not { } kept || deadline is not { Anchor: { } anchor, AnchorAt: { } at }) return null;
        var counting = KeptCounting.Read(kept, calendars);
        var computed = Computation.Of(counting, at, await PausesAsync(tx, deadline));
        return new DeadlineMove
        {
            Cause = cause,
            Reason = reason,
            Due = computed.Due,
            Explanation = Explanation.Of(counting, computed, anchor, at),
            NotBefore = computed.NotBefore?.Instant,
            Calendar = counting.Calendar,
        };
    }

    /// <summary>The last instant that a term from the same event allows; null where the instant was named.</summary>
    internal PromisedTime? Limit(TakenDeadline deadline, Term atMost) => deadline is { Counting: { } kept, AnchorAt: { } at }
        ? Computation.Of(KeptCounting.Read(kept, calendars) with { Within = atMost, NotBefore = null }, at).Due
        : null;

    private static async Task<IReadOnlyList<PausedSpan>> PausesAsync(DeskTransaction tx, TakenDeadline deadline) =>
    [
        .. (await tx.QueryAsync<(Instant From, Instant To)>(
            "select paused_at, resumed_at from deadline_pauses where deadline_id = @Id and resumed_at is not null order by id", deadline)).Select(pause => new PausedSpan(pause.From, pause.To)),
    ];
}
