using NodaTime;

namespace AbuseDesk.Deadlines.Computing;

/// <summary>Goes through the days of a zone one by one, and keeps the holidays that it passed.</summary>
internal sealed class CountedDays(DateTimeZone zone, BusinessCalendar? calendar, IReadOnlySet<LocalDate> paused)
{
    private readonly SortedDictionary<LocalDate, Holiday> holidays = [];

    public IReadOnlyList<Holiday> Holidays => [.. holidays.Values];

    /// <summary>The days after the event on which it was paused, in whole or part.</summary>
    public static IReadOnlySet<LocalDate> PausedDates(DateTimeZone zone, LocalDate anchor, IReadOnlyList<PausedSpan> pauses)
    {
        var dates = new HashSet<LocalDate>();
        foreach (var span in pauses)
            for (var date = span.From.InZone(zone).Date; date <= span.To.InZone(zone).Date; date = date.PlusDays(1))
                if (date > anchor && LocalClock.Exists(date, zone)) dates.Add(date);
        return dates;
    }

    public LocalDate After(LocalDate date, int count, bool passPaused)
    {
        for (var left = count; left > 0;)
        {
            date = date.PlusDays(1);
            if (LocalClock.Exists(date, zone) && !(passPaused && paused.Contains(date))) left--;
        }

        return date;
    }

    public LocalDate BusinessAfter(LocalDate date, int count)
    {
        for (var left = count; left > 0;)
        {
            date = date.PlusDays(1);
            if (LocalClock.Exists(date, zone) && !paused.Contains(date) && IsOpen(date)) left--;
        }

        return date;
    }

    /// <summary>The day itself, or the next that is a business day.</summary>
    public LocalDate BusinessDayFrom(LocalDate date)
    {
        while (!LocalClock.Exists(date, zone) || !IsOpen(date)) date = date.PlusDays(1);
        return date;
    }

    private bool IsOpen(LocalDate date)
    {
        if (calendar is null) throw new InvalidOperationException("Business days are counted only with a calendar.");
        if (calendar.IsWeekend(date)) return false;
        if (calendar.HolidayOn(date) is not { } holiday) return true;
        holidays[date] = holiday;
        return false;
    }
}
