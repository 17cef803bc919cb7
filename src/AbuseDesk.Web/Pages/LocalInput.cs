using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Web.Pages;

/// <summary>Local times as browsers send them from a field of that kind: "2021-01-09T17:00".</summary>
public static class LocalInput
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalDateTimePattern Seconds = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    public static string Format(Instant at, DateTimeZone zone) => Minutes.Format(at.InZone(zone).LocalDateTime);

    /// <summary>The instant; the present minute means now, so that "just now" is never in the future or the past.</summary>
    /// <exception cref="DeskException">No local time, or one that the zone skips or has twice.</exception>
    public static Instant Parse(string? text, DateTimeZone zone, Instant now)
    {
        if (text == Format(now, zone)) return now;
        var read = Minutes.Parse(text ?? "") is { Success: true } minutes ? minutes : Seconds.Parse(text ?? "");
        if (!read.Success) throw new DeskException($"“{Shown.Briefly(text)}” is no date and time; write it as 2021-01-09T17:00.");
        var mapping = zone.MapLocal(read.Value);
        return mapping.Count == 1
            ? mapping.Single().ToInstant()
            : throw new DeskException(string.Create(
                CultureInfo.InvariantCulture, $"In {zone.Id} the clocks change at {read.Value:HH:mm} that day; give a time at least an hour earlier or later."));
    }
}
