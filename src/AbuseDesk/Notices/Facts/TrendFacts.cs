using NodaTime;

namespace AbuseDesk.Notices.Facts;

/// <summary>What the periods of a trend are. Weeks run from Monday to Sunday.</summary>
public enum TrendUnit
{
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>Items by the period in which they were first seen, in the provider's zone: weeks, or longer ones where those would be too many to draw.</summary>
public sealed record TrendFacts(TrendUnit Unit, IReadOnlyList<PeriodFacts> Periods)
{
    private const int MostPeriods = 20;

    /// <summary>Every period from the first to the last, the empty ones between them too.</summary>
    internal static TrendFacts Of(IReadOnlyList<ItemFacts> items)
    {
        if (items.Count == 0)
            return new(TrendUnit.Week, []);
        var first = items.Min(Day);
        var last = items.Max(Day);
        var unit = Enum.GetValues<TrendUnit>().First(unit => unit == TrendUnit.Year || Starts(unit, first, last).Count() <= MostPeriods);
        var zone = items[0].Seen.Provider;
        var seen = items.ToLookup(item => StartOf(unit, Day(item)));
        return new(unit, [.. Starts(unit, first, last).Select(start => new PeriodFacts(unit, zone.AtStartOf(start), [.. seen[start]]))]);
    }

    /// <summary>Where an instant stands, in periods after the start of the first one.</summary>
    internal double PlaceOf(Moment moment)
    {
        var start = StartOf(Unit, moment.Local.Date);
        var length = Period.Between(start.AtMidnight(), Next(Unit, start).AtMidnight(), PeriodUnits.Seconds).Seconds;
        return PeriodsTo(start) + (double)Period.Between(start.AtMidnight(), moment.Local, PeriodUnits.Seconds).Seconds / length;
    }

    private int PeriodsTo(LocalDate start)
    {
        var first = Periods[0].Start.Local.Date;
        return Unit switch
        {
            TrendUnit.Week => Period.Between(first, start, PeriodUnits.Weeks).Weeks,
            TrendUnit.Month => Period.Between(first, start, PeriodUnits.Months).Months,
            TrendUnit.Quarter => Period.Between(first, start, PeriodUnits.Months).Months / 3,
            _ => Period.Between(first, start, PeriodUnits.Years).Years,
        };
    }

    private static LocalDate Day(ItemFacts item) => item.Seen.Provider.Local.Date;

    private static IEnumerable<LocalDate> Starts(TrendUnit unit, LocalDate first, LocalDate last)
    {
        for (var start = StartOf(unit, first); start <= last; start = Next(unit, start))
            yield return start;
    }

    private static LocalDate StartOf(TrendUnit unit, LocalDate day) => unit switch
    {
        TrendUnit.Week => day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)),
        TrendUnit.Month => new(day.Year, day.Month, 1),
        TrendUnit.Quarter => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        _ => new(day.Year, 1, 1),
    };

    private static LocalDate Next(TrendUnit unit, LocalDate start) => unit switch
    {
        TrendUnit.Week => start.PlusWeeks(1),
        TrendUnit.Month => start.PlusMonths(1),
        TrendUnit.Quarter => start.PlusMonths(3),
        _ => start.PlusYears(1),
    };
}
