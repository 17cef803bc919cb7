using System.Globalization;
using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Web.Components;

/// <summary>Times as pages say them: relative ones from the desk's clock, exact ones with their zone.</summary>
public sealed class DeskTimes(DeskZone desk, DeskDatabase database)
{
    public Instant Now => database.Now;

    public DateTimeZone Zone => desk.Zone;

    /// <summary>When tomorrow begins at the desk.</summary>
    public Instant EndOfToday => Now.InZone(Zone).Date.PlusDays(1).AtStartOfDayInZone(Zone).ToInstant();

    /// <summary>"2 h 05 min", "14 h", "2 d".</summary>
    public static string Span(Duration span)
    {
        var minutes = (long)Math.Abs(span.TotalMinutes);
        var (hours, rest) = (minutes / 60, minutes % 60);
        return hours switch
        {
            0 => $"{minutes} min",
            < 10 when rest > 0 => $"{hours} h {rest:00} min",
            < 48 => $"{hours} h",
            _ => $"{hours / 24} d",
        };
    }

    /// <summary>How long ago, or how old: "40 min", "7 h", "54 d".</summary>
    public string Age(Instant since)
    {
        var span = Now - since;
        return span < Duration.FromHours(1) ? $"{Math.Max(0, (int)span.TotalMinutes)} min"
            : span < Duration.FromDays(1) ? $"{(int)span.TotalHours} h"
            : $"{(int)span.TotalDays} d";
    }

    /// <summary>"Sat 16:30" for what is near, "Mon 11 Jan" for the rest, with the year where it is another.</summary>
    public string Near(Instant at)
    {
        var distance = Now - at;
        var near = distance < Duration.FromDays(5) && distance > Duration.FromHours(-24);
        return near ? Local(at, "ddd HH:mm") : Day(at);
    }

    /// <summary>"Sat 9 Jan, 18:00 PST"; the year only where it is another.</summary>
    public string Full(Instant at) => Local(at, at.InZone(Zone).Year == Now.InZone(Zone).Year ? "ddd d MMM, HH:mm x" : "ddd d MMM uuuu, HH:mm x");

    /// <summary>"Sat 9 Jan 2021, 18:00 PST".</summary>
    public string Whole(Instant at) => Local(at, "ddd d MMM uuuu, HH:mm x");

    /// <summary>"9 Jan 06:48".</summary>
    public string Brief(Instant at) => Local(at, at.InZone(Zone).Year == Now.InZone(Zone).Year ? "d MMM HH:mm" : "d MMM uuuu");

    /// <summary>"Mon 11 Jan", with the year where it is another.</summary>
    public string Day(Instant at) => Local(at, at.InZone(Zone).Year == Now.InZone(Zone).Year ? "ddd d MMM" : "d MMM uuuu");

    /// <summary>"10 Dec 2020".</summary>
    public string Date(Instant at) => Local(at, "d MMM uuuu");

    /// <summary>"PST", as it is now.</summary>
    public string Abbreviation => Local(Now, "%x");

    /// <summary>"Sun 10 Jan, 05:00 in Paris": the same instant where somebody else must act; null where it is the desk's own time.</summary>
    public string? There(Instant at, string zoneId)
    {
        var zone = Zones.Get(zoneId);
        if (zone.GetUtcOffset(at) == Zone.GetUtcOffset(at)) return null;
        return $"{Local(at.InZone(zone), "ddd d MMM, HH:mm")} in {City(zoneId)}";
    }

    /// <summary>What time it is where somebody else is: "Paris, Sun 03:40"; the day only where it is another than here.</summary>
    public string ThereNow(string zoneId)
    {
        var there = Now.InZone(Zones.Get(zoneId));
        return $"{City(zoneId)}, {Local(there, there.Date == Now.InZone(Zone).Date ? "HH:mm" : "ddd HH:mm")}";
    }

    /// <summary>"07:59 UTC".</summary>
    public static string UtcClock(Instant at) => Local(at.InUtc(), "HH:mm 'UTC'");

    /// <summary>"Paris" of "Europe/Paris".</summary>
    public static string City(string zoneId) => zoneId[(zoneId.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>As NodaTime's pattern says, in the desk's zone.</summary>
    public string Local(Instant at, string pattern) => Local(at.InZone(Zone), pattern);

    public static string Local(ZonedDateTime at, string pattern) => at.ToString(pattern, CultureInfo.InvariantCulture);

    /// <summary>For <c>datetime</c> and <c>title</c>: UTC to the second.</summary>
    public static string Utc(Instant at) => NodaTime.Text.InstantPattern.General.Format(at);
}
