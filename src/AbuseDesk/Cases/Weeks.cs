using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>A week from Monday to Sunday in the zone it was counted in, and how many fell into it.</summary>
public sealed record Week(LocalDate Monday, int Count);

/// <summary>Buckets by ISO week, as charts and notices count them.</summary>
public static class Weeks
{
    /// <summary>The Monday of the week in which the instant falls in that zone.</summary>
    public static LocalDate MondayOf(Instant instant, DateTimeZone zone) =>
        instant.InZone(zone).Date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    /// <summary>All weeks from the first to the last, the empty ones between them too; none for no instants.</summary>
    public static IReadOnlyList<Week> Count(IEnumerable<Instant> instants, DateTimeZone zone)
    {
        var counts = instants.CountBy(instant => MondayOf(instant, zone)).ToDictionary();
        if (counts.Count == 0) return [];
        var weeks = new List<Week>();
        for (var monday = counts.Keys.Min(); monday <= counts.Keys.Max(); monday = monday.PlusWeeks(1))
            weeks.Add(new Week(monday, counts.GetValueOrDefault(monday)));
        return weeks;
    }
}
