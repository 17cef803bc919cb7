using System.Globalization;
using NodaTime;

namespace AbuseDesk.Cli.Frame;

/// <summary>Times on the command line: shown by the desk's clock and always with its zone; promised ones read by a zone.</summary>
public static class Times
{
    /// <summary>"2021-01-10 23:59 PST"; empty for null.</summary>
    public static string At(this DeskSession desk, Instant? instant) => instant is { } at ? At(at, desk.Zone.Zone) : "";

    public static string At(Instant instant, DateTimeZone zone) =>
        instant.InZone(zone).ToString("uuuu-MM-dd HH:mm x", CultureInfo.InvariantCulture);

    /// <summary>A local time as it is promised; in the desk's zone where none is named. Null for null.</summary>
    /// <exception cref="DeskException">No time, no zone, or a time that the zone skips or shows twice.</exception>
    public static PromisedTime? Promised(this DeskSession desk, string? local, string? zone) =>
        local is null ? null : PromisedTime.Parse(local, zone ?? desk.Zone.Id);
}
