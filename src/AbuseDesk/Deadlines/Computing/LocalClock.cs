using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace AbuseDesk.Deadlines.Computing;

/// <summary>
/// What the clock of a zone shows, as instants, by one rule: a time that the clock skips is the first one after the gap; of a
/// time that it shows twice the later is meant, so that nobody has less time than they were told.
/// </summary>
internal static class LocalClock
{
    /// <summary>The instant, and the sentence that says what was decided; null where the clock shows the time once.</summary>
    public static (Instant At, string? Note) Resolve(LocalDateTime local, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            0 => (mapping.LateInterval.Start, $"{Time(local)} does not exist on {Day(local.Date)} in {zone.Id}, as the clock goes forward: the first time after the gap is taken"),
            2 => (mapping.Last().ToInstant(), $"{Time(local)} comes twice on {Day(local.Date)} in {zone.Id}, as the clock goes back: the later is taken"),
            _ => (mapping.Single().ToInstant(), null),
        };
    }

    /// <summary>The first instant of the day; of the next day that there is, where the zone skips it.</summary>
    public static Instant StartOf(LocalDate date, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(date.AtMidnight());
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }

    /// <summary>The last second of the day.</summary>
    public static Instant EndOf(LocalDate date, DateTimeZone zone) => StartOf(date.PlusDays(1), zone) - Duration.FromSeconds(1);

    /// <summary>False where the zone goes from the day before to the day after, as Samoa did in 2011.</summary>
    public static bool Exists(LocalDate date, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(date.AtMidnight());
        return mapping.Count > 0 || mapping.LateInterval.IsoLocalStart < date.PlusDays(1).AtMidnight();
    }

    /// <summary>"Sun 8 Mar 2026".</summary>
    public static string Day(LocalDate date) => date.ToString("ddd d MMM uuuu", CultureInfo.InvariantCulture);

    private static string Time(LocalDateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
