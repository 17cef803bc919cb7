using System.Globalization;
using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>Instants and spans in English sentences; every instant with its zone.</summary>
public static class SaidTime
{
    /// <summary>"Sunday 10 January 2021, 23:59 PST"; "UTC+04" where the zone has no abbreviation.</summary>
    public static string Of(Instant instant, DateTimeZone zone)
    {
        var zoned = instant.InZone(zone);
        var name = zoned.GetZoneInterval().Name;
        var time = zoned.ToString("dddd d MMMM uuuu, HH:mm", CultureInfo.InvariantCulture);
        return $"{time} {(char.IsLetter(name[0]) ? name : "UTC" + name)}";
    }

    /// <summary>"Sun 10 Jan 2021 23:59 PST".</summary>
    public static string Brief(Instant instant, DateTimeZone zone)
    {
        var zoned = instant.InZone(zone);
        var name = zoned.GetZoneInterval().Name;
        var time = zoned.ToString("ddd d MMM uuuu HH:mm", CultureInfo.InvariantCulture);
        return $"{time} {(char.IsLetter(name[0]) ? name : "UTC" + name)}";
    }

    /// <summary>"30 minutes", "24 hours", "2 hours and 10 minutes"; whole days from 4 days on.</summary>
    public static string Of(Duration span)
    {
        var minutes = (long)span.TotalMinutes;
        if (minutes >= 4 * 24 * 60) return Count(minutes / (24 * 60), "day");
        var (hours, rest) = (minutes / 60, minutes % 60);
        return hours == 0 ? Count(rest, "minute") : rest == 0 ? Count(hours, "hour") : $"{Count(hours, "hour")} and {Count(rest, "minute")}";
    }

    private static string Count(long number, string word) => number == 1 ? $"1 {word}" : $"{number} {word}s";
}
