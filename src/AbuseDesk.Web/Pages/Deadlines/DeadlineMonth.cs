using NodaTime;

namespace AbuseDesk.Web.Pages.Deadlines;

/// <summary>One day of the month: what is open or was missed, in order, and how many were met.</summary>
public sealed record DeadlineDay(LocalDate Date, IReadOnlyList<MonthDeadline> Open, int Met);

/// <summary>A month in whole weeks, its days those of one zone.</summary>
public sealed record DeadlineMonth(LocalDate First, DateTimeZone Zone, IReadOnlyList<IReadOnlyList<DeadlineDay>> Weeks)
{
    private const int DaysOfWeek = 7;

    /// <summary>The instants between which the weeks of a month lie.</summary>
    public static (Instant From, Instant To) Span(LocalDate first, DateTimeZone zone)
    {
        var (from, weeks) = Frame(first);
        return (from.AtStartOfDayInZone(zone).ToInstant(), from.PlusDays(weeks * DaysOfWeek).AtStartOfDayInZone(zone).ToInstant());
    }

    public static DeadlineMonth Of(LocalDate first, DateTimeZone zone, IReadOnlyList<MonthDeadline> deadlines)
    {
        var (from, weeks) = Frame(first);
        var byDay = deadlines.ToLookup(deadline => deadline.DueAt.InZone(zone).Date);
        return new DeadlineMonth(first, zone, [.. Enumerable.Range(0, weeks).Select(week =>
            (IReadOnlyList<DeadlineDay>)[.. Enumerable.Range(0, DaysOfWeek).Select(day => Day(from.PlusDays(week * DaysOfWeek + day), byDay))])]);
    }

    private static DeadlineDay Day(LocalDate date, ILookup<LocalDate, MonthDeadline> byDay) => new(
        date, [.. byDay[date].Where(deadline => deadline.Status != "met")], byDay[date].Count(deadline => deadline.Status == "met"));

    private static (LocalDate From, int Weeks) Frame(LocalDate first)
    {
        var from = first.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var days = Period.DaysBetween(from, first.With(DateAdjusters.EndOfMonth)) + 1;
        return (from, (days + DaysOfWeek - 1) / DaysOfWeek);
    }
}
