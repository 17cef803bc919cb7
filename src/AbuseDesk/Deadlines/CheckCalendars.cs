using AbuseDesk.Database;
using AbuseDesk.Deadlines.Computing;
using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>How long a calendar that a rule counts by is good for.</summary>
/// <param name="Calendar">Its name.</param>
/// <param name="Rule">The rule that looks the farthest ahead.</param>
/// <param name="LastYear">The last year that it knows.</param>
/// <param name="Missing">The first year that is missing soon; null where none is.</param>
/// <param name="Now">A deadline that starts today may need that year.</param>
public sealed record CalendarOutlook(string Calendar, string Rule, int LastYear, int? Missing, bool Now)
{
    /// <summary>"us-federal ends with 2030, and restore_after_counter_notice will need within a year 2031."</summary>
    public string Sentence => $"{Calendar} ends with {LastYear}, and {Rule} {(Now ? "needs" : "will need within a year")} {Missing}.";
}

/// <summary>Says ahead of time which calendars run out: a year that nobody has checked must be an error before a date is wrong.</summary>
public sealed class CheckCalendars(Calendars calendars, DeadlineRules rules, DeskDatabase database, DeskZone zone)
{
    /// <summary>The calendars of the rules that are switched on, by their names.</summary>
    /// <exception cref="DeskException">One is missing, or has a mistake.</exception>
    public IReadOnlyList<CalendarOutlook> Run()
    {
        var today = database.Now.InZone(zone.Zone).Date;
        return
        [
            .. rules.All.Where(rule => rule is { Enabled: true, Counting.Calendar: not null, Within: not null })
                .GroupBy(rule => rule.Counting.Calendar!)
                .Select(group => Outlook(calendars.Get(group.Key), group.MaxBy(rule => Reach(rule, today))!, today))
                .OrderBy(outlook => outlook.Calendar, StringComparer.Ordinal),
        ];
    }

    private static CalendarOutlook Outlook(BusinessCalendar calendar, DeadlineRule rule, LocalDate today)
    {
        var (now, nextYear) = (Reach(rule, today).Year, Reach(rule, today.PlusYears(1)).Year);
        return new CalendarOutlook(calendar.Name, rule.Name, calendar.LastYear, nextYear > calendar.LastYear ? calendar.LastYear + 1 : null, now > calendar.LastYear);
    }

    // a business day may take two days of the calendar, and a week at each end may be free
    private static LocalDate Reach(DeadlineRule rule, LocalDate from)
    {
        Term[] terms = rule.Changes.AtMost is { } atMost ? [rule.Within!, atMost] : [rule.Within!];
        return terms.Max(term => term.Unit switch
        {
            TermUnit.Months => from.PlusMonths(term.Count),
            TermUnit.Days => from.PlusDays(term.Count),
            TermUnit.BusinessDays => from.PlusDays(term.Count * 2),
            _ => from.PlusDays((int)term.Exact!.Value.TotalDays + 1),
        }).PlusDays(14);
    }
}
