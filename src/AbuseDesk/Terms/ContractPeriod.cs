using NodaTime;

namespace AbuseDesk.Terms;

/// <summary>
/// The time that a contract path gives between the notice and the measure: whole days on the provider's calendar. The day of the
/// notice does not count, and the last day is the customer's to its end.
/// </summary>
/// <param name="Days">30.</param>
/// <param name="EndsOnWorkingDay">A last day that is a Saturday, a Sunday or a holiday gives way to the next working day.</param>
public sealed record ContractPeriod(int Days, bool EndsOnWorkingDay)
{
    /// <exception cref="DeskException">The calendar does not cover the year.</exception>
    public LocalDate LastDay(Instant notice, DateTimeZone provider, Func<LocalDate, bool> isWorkingDay)
    {
        var day = notice.InZone(provider).Date.PlusDays(Days);
        while (EndsOnWorkingDay && !isWorkingDay(day)) day = day.PlusDays(1);
        return day;
    }

    /// <summary>The first instant that leaves the customer the whole period: 23:59, the last minute of its last day, which notices say for its end.</summary>
    /// <exception cref="DeskException">The calendar does not cover the year.</exception>
    public Instant Earliest(Instant notice, DateTimeZone provider, Func<LocalDate, bool> isWorkingDay) =>
        provider.AtStartOfDay(LastDay(notice, provider, isWorkingDay).PlusDays(1)).ToInstant() - Duration.FromMinutes(1);
}
