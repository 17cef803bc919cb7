using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace AbuseDesk;

/// <summary>A time as it was promised, on the clock of a zone (TZDB name), and the instant that it is.</summary>
public sealed partial record PromisedTime(LocalDateTime Local, string Zone, Instant Instant)
{
    private const string Minutes = "uuuu-MM-dd'T'HH:mm";
    private static readonly LocalDateTimePattern[] Patterns =
    [
        LocalDateTimePattern.CreateWithInvariantCulture(Minutes),
        LocalDateTimePattern.CreateWithInvariantCulture(Minutes + "':'ss"),
    ];

    /// <summary>
    /// Reads "2021-01-10T23:59" or "2021-01-10 23:59", with or without seconds; an offset after it ("-07:00", "Z") chooses
    /// where the clock shows the time twice, and must agree with the zone elsewhere.
    /// </summary>
    /// <exception cref="DeskException">
    /// No such zone, not a time, a time the clock skips, or one it shows twice: the sentence gives the ways out.
    /// </exception>
    public static PromisedTime Parse(string text, string zoneId)
    {
        var zone = Zones.Get(zoneId);
        var match = TimeAndOffset().Match(text.Trim());
        var local = match.Success ? ReadLocal(match.Groups[1].Value.ToUpperInvariant().Replace(' ', 'T')) : null;
        if (local is not { } time)
            throw new DeskException($"“{Shown.Briefly(text)}” is not a date and time; write it like 2021-01-10T23:59.");
        var mapping = zone.MapLocal(time);
        if (mapping.Count == 0) throw Skipped(time, mapping, zone);
        if (match.Groups[2].Success) return new PromisedTime(time, zone.Id, Chosen(text, match.Groups[2].Value, mapping));
        return mapping.Count == 1 ? new PromisedTime(time, zone.Id, mapping.Single().ToInstant()) : throw Twice(time, mapping, zone);
    }

    /// <summary>What the clock of the zone shows at the instant.</summary>
    public static PromisedTime At(Instant instant, string zoneId)
    {
        var zoned = instant.InZone(Zones.Get(zoneId));
        return new PromisedTime(zoned.LocalDateTime, zoned.Zone.Id, instant);
    }

    private static LocalDateTime? ReadLocal(string text) =>
        Patterns.Select(pattern => pattern.Parse(text)).FirstOrDefault(result => result.Success)?.Value;

    private static Instant Chosen(string text, string offsetText, ZoneLocalMapping mapping)
    {
        var offset = ReadOffset(text, offsetText);
        foreach (var possible in Both(mapping))
            if (possible.Offset == offset) return possible.ToInstant();
        throw new DeskException(
            $"“{Shown.Briefly(text)}” has the wrong offset for {mapping.Zone.Id}; at that time it is {Offsets(mapping)}.");
    }

    private static Offset ReadOffset(string text, string offset)
    {
        if (offset is "Z" or "z") return Offset.Zero;
        var result = OffsetPattern.CreateWithInvariantCulture("+HH:mm").Parse(offset.Contains(':', StringComparison.Ordinal) ? offset : offset.Insert(3, ":"));
        return result.Success
            ? result.Value
            : throw new DeskException($"“{Shown.Briefly(text)}” ends in no UTC offset; write it like -08:00.");
    }

    private static DeskException Skipped(LocalDateTime time, ZoneLocalMapping mapping, DateTimeZone zone)
    {
        var last = mapping.EarlyInterval.IsoLocalEnd.PlusMinutes(-1);
        var next = mapping.LateInterval.IsoLocalStart;
        return new DeskException(
            $"{Text(time)} does not exist in {zone.Id}, as the clocks go forward then; use {Text(last)} or {Text(next)}.");
    }

    private static DeskException Twice(LocalDateTime time, ZoneLocalMapping mapping, DateTimeZone zone) => new(
        $"{Text(time)} happens twice in {zone.Id}, as the clocks go back then; say which: "
        + string.Join(" or ", Both(mapping).Select(zoned => $"{Text(time)}{Text(zoned.Offset)} ({zoned.GetZoneInterval().Name})")) + ".");

    private static string Offsets(ZoneLocalMapping mapping) =>
        string.Join(" or ", Both(mapping).Select(zoned => Text(zoned.Offset)));

    private static IEnumerable<ZonedDateTime> Both(ZoneLocalMapping mapping) =>
        mapping.Count == 1 ? [mapping.Single()] : [mapping.First(), mapping.Last()];

    private static string Text(LocalDateTime time) =>
        time.ToString(time.Second == 0 ? Minutes : Minutes + "':'ss", CultureInfo.InvariantCulture);

    private static string Text(Offset offset) => offset.ToString("+HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2})?)\s*(Z|[+-]\d{2}:?\d{2})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeAndOffset();
}
