using System.Globalization;
using NodaTime;

namespace AbuseDesk.Deadlines.Computing;

/// <summary>Where a holiday that falls on a weekend is kept.</summary>
public enum Observed
{
    /// <summary>On its own day only.</summary>
    ItsDay,

    /// <summary>On Friday for a Saturday, on Monday for a Sunday.</summary>
    NearestWeekday,
}

/// <summary>Reads a calendar; templates/policy/calendars/us-federal.yml says what each part means.</summary>
internal static class CalendarFile
{
    /// <param name="node">The file.</param>
    /// <param name="name">Its name without its ending.</param>
    /// <param name="file">Its path, for sentences.</param>
    /// <param name="find">Another calendar by its name, for one that extends it.</param>
    /// <exception cref="DeskException">A mistake; the sentence names file, line and key.</exception>
    public static BusinessCalendar Read(PolicyNode node, string name, string file, Func<string, BusinessCalendar?> find)
    {
        var years = node.Map("years");
        var head = new CalendarHead(name, node.Text("name"), Year(years, "from"), Year(years, "to"), file);
        if (head.LastYear < head.FirstYear) throw years.Wrong("to", $"{head.FirstYear} or later");
        years.Done();
        var parent = Parent(node, head, find);
        var weekend = node.Has("weekend") || parent is null ? Weekend(node) : parent.IsWeekend;
        var own = node.Maps("holidays").SelectMany(holiday => Days(holiday, head)).ToList();
        var inherited = parent is null ? [] : Enumerable.Range(head.FirstYear, head.LastYear - head.FirstYear + 1).SelectMany(parent.HolidaysOf);
        if (node.Has("source")) node.Text("source");
        node.Done();
        return new BusinessCalendar(head, weekend, inherited.Concat(own));
    }

    private static BusinessCalendar? Parent(PolicyNode node, CalendarHead head, Func<string, BusinessCalendar?> find)
    {
        if (!node.Has("extends")) return null;
        var parent = find(node.Text("extends")) ?? throw node.Wrong("extends", "the name of another calendar in this folder, as “de” for de.yml");
        return parent.FirstYear <= head.FirstYear && parent.LastYear >= head.LastYear
            ? parent
            : throw node.Wrong("years", $"within the years of {parent.Name}, {parent.FirstYear} to {parent.LastYear}");
    }

    // one list of days, or several with the years in which they hold
    private static Func<LocalDate, bool> Weekend(PolicyNode node)
    {
        if (!node.IsMapList("weekend"))
        {
            var days = DaysOfWeek(node, "weekend");
            return date => days.Contains(date.DayOfWeek);
        }

        var periods = node.Maps("weekend").Select(period =>
        {
            var read = (Days: DaysOfWeek(period, "days"), From: YearIfGiven(period, "from") ?? 1, To: YearIfGiven(period, "to") ?? 9999);
            period.Done();
            return read;
        }).ToList();
        return date => periods.Any(period => date.Year >= period.From && date.Year <= period.To && period.Days.Contains(date.DayOfWeek));
    }

    private static IReadOnlyList<IsoDayOfWeek> DaysOfWeek(PolicyNode node, string key)
    {
        var days = node.WordList<IsoDayOfWeek>(key);
        return days.Contains(IsoDayOfWeek.None) ? throw node.Wrong(key, "a list of days such as [saturday, sunday]") : days;
    }

    private static List<Holiday> Days(PolicyNode node, CalendarHead head)
    {
        var name = node.Text("name");
        var rule = HolidayRule.Find(node.Text("on"))
            ?? throw node.Wrong("on", "a day such as 25 December, third Monday of January, 39 days after Easter, or 2025-05-08");
        var observed = node.Has("observed") ? node.Word<Observed>("observed") : Observed.ItsDay;
        var (from, to) = (YearIfGiven(node, "from") ?? 1, YearIfGiven(node, "to") ?? 9999);
        node.Done();
        // the first day of a year may be kept on the last of the year before
        return
        [
            .. Enumerable.Range(head.FirstYear - 1, head.LastYear - head.FirstYear + 3).Where(year => year >= from && year <= to)
                .Select(rule.In).OfType<LocalDate>().SelectMany(date => Kept(date, name, observed))
                .Where(holiday => holiday.Date.Year >= head.FirstYear && holiday.Date.Year <= head.LastYear),
        ];
    }

    private static IEnumerable<Holiday> Kept(LocalDate date, string name, Observed observed) => (observed, date.DayOfWeek) switch
    {
        (Observed.NearestWeekday, IsoDayOfWeek.Saturday) => [new(date, name), new(date.PlusDays(-1), $"{name}, kept on Friday")],
        (Observed.NearestWeekday, IsoDayOfWeek.Sunday) => [new(date, name), new(date.PlusDays(1), $"{name}, kept on Monday")],
        _ => [new(date, name)],
    };

    private static int Year(PolicyNode node, string key) =>
        int.TryParse(node.Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200
            ? year
            : throw node.Wrong(key, "a year such as 2026");

    private static int? YearIfGiven(PolicyNode node, string key) => node.Has(key) ? Year(node, key) : null;
}
