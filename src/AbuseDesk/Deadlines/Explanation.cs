using AbuseDesk.Database;
using AbuseDesk.Deadlines.Computing;
using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>Why a deadline is due when it is, in one sentence that is kept with it.</summary>
internal static class Explanation
{
    /// <summary>Of one whose instant was named, or that is counted back from an event.</summary>
    public static string Of(DeadlineRule rule, DeadlineStart start, Instant due, Instant now, DeskZone zone) => rule switch
    {
        { Ahead: { } ahead } when start.Before is { } happening => due < happening.Instant
            ? $"{SaidTime.Of(ahead)} before {start.Anchor} on {SaidTime.Of(happening.Instant, zone.Zone)}."
            : $"When {start.Anchor}: the {SaidTime.Of(ahead)} before it had begun already on {SaidTime.Of(now, zone.Zone)}.",
        _ => $"The instant named when {start.Anchor} on {SaidTime.Of(now, zone.Zone)}.",
    };

    /// <summary>Of one that is counted: hours that nothing stopped need no more than themselves.</summary>
    public static string Of(Counting counting, ComputedDeadline computed, string anchor, Instant at) =>
        counting.Within.Exact is not null && computed is { MovedFrom: null, NotBefore: null, Paused: null } && computed.CountedFrom == at
            ? $"{counting.Within.Said} after {anchor} on {SaidTime.Of(at, counting.Zone)}."
            : ComputedSentence.Of(counting, computed, anchor, at);
}
