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
    /// <param name="text">As sent.</param>
    /// <param name="zone">On whose clock.</param>
    /// <param name="now">The present.</param>
    /// <param name="offset">"-08:00": which of the two, where the clock shows the time twice.</param>
    /// <exception cref="DeskException">No local time, one that the zone skips, or one that it has twice while nobody says which.</exception>
    public static Instant Parse(string? text, DateTimeZone zone, Instant now, string? offset = null)
    {
        if (Ways(text, zone) is { Count: > 0 } twice)
        {
            return twice.Any(way => way.Offset == offset)
                ? twice.First(way => way.Offset == offset).At
                : throw new DeskException($"In {zone.Id} the clock shows {text} twice, as it goes back then; choose which of the two.");
        }

        if (text == Format(now, zone)) return now;
        var read = Minutes.Parse(text ?? "") is { Success: true } minutes ? minutes : Seconds.Parse(text ?? "");
        if (!read.Success) throw new DeskException($"“{Shown.Briefly(text)}” is no date and time; write it as 2021-01-09T17:00.");
        var mapping = zone.MapLocal(read.Value);
        return mapping.Count == 1
            ? mapping.Single().ToInstant()
            : throw new DeskException(string.Create(
                CultureInfo.InvariantCulture, $"In {zone.Id} the clock skips {read.Value:HH:mm} that day, as it goes forward then; correct the time."));
    }

    /// <summary>The two instants that the time can mean, each with its offset and in words; empty where it means one or none.</summary>
    public static IReadOnlyList<(string Offset, string Words, Instant At)> Ways(string? text, DateTimeZone zone)
    {
        var read = Minutes.Parse(text ?? "") is { Success: true } minutes ? minutes : Seconds.Parse(text ?? "");
        if (!read.Success) return [];
        var mapping = zone.MapLocal(read.Value);
        return mapping.Count < 2 ? [] : [Way(mapping.First()), Way(mapping.Last())];
    }

    private static (string Offset, string Words, Instant At) Way(ZonedDateTime at)
    {
        var offset = at.Offset.ToString("+HH:mm", CultureInfo.InvariantCulture);
        return (offset, $"{at.GetZoneInterval().Name} (UTC{offset})", at.ToInstant());
    }
}

/// <summary>Asks which of two, beside a field whose clock shows the time twice.</summary>
/// <param name="Label">Of the field.</param>
/// <param name="Ways">As <see cref="LocalInput.Ways"/> gives them; nothing is asked where there are none.</param>
/// <param name="Chosen">The offset chosen before.</param>
public sealed record WhichTime(string Label, IReadOnlyList<(string Offset, string Words, Instant At)> Ways, string? Chosen);
