using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>Why a deadline is due when it is, in one sentence that is kept with it.</summary>
internal static class Explanation
{
    public static string Of(DeadlineRule rule, string anchor, Instant due, Instant now, DeskZone zone) => rule switch
    {
        { Ahead: { } ahead } => $"{SaidTime.Of(ahead)} before {anchor}.",
        { Within: { } within } when due == now + within => $"{SaidTime.Of(within)} after {anchor} on {SaidTime.Of(now, zone.Zone)}.",
        _ => $"The instant named when {anchor} on {SaidTime.Of(now, zone.Zone)}.",
    };
}
