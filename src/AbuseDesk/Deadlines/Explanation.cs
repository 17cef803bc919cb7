using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>Why a deadline is due when it is, in one sentence that is kept with it.</summary>
internal static class Explanation
{
    public static string Of(DeadlineRule rule, DeadlineStart start, Instant due, Instant now, DeskZone zone) => rule switch
    {
        { Ahead: { } ahead } when start.Before is { } happening => due < happening.Instant
            ? $"{SaidTime.Of(ahead)} before {start.Anchor} on {SaidTime.Of(happening.Instant, zone.Zone)}."
            : $"When {start.Anchor}: the {SaidTime.Of(ahead)} before it had begun already on {SaidTime.Of(now, zone.Zone)}.",
        { Within: { } within } when due == now + within => $"{SaidTime.Of(within)} after {start.Anchor} on {SaidTime.Of(now, zone.Zone)}.",
        _ => $"The instant named when {start.Anchor} on {SaidTime.Of(now, zone.Zone)}.",
    };
}
