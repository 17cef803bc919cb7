using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Deadlines.Computing;

/// <summary>When a holiday falls, year by year.</summary>
public sealed partial class HolidayRule
{
    private static readonly LocalDatePattern Fixed = LocalDatePattern.Create("d MMMM", CultureInfo.InvariantCulture, new LocalDate(2000, 1, 1));
    private static readonly string[] Nth = ["first", "second", "third", "fourth"];
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    private readonly Func<int, LocalDate?> day;

    private HolidayRule(Func<int, LocalDate?> day) => this.day = day;

    /// <summary>Reads "25 December", "third Monday of January", "last Monday of May", "39 days after Easter", "2 days before Easter", "2025-05-08".</summary>
    /// <returns>Null where the text is none of these.</returns>
    public static HolidayRule? Find(string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } once) return new HolidayRule(year => once.Value.Year == year ? once.Value : null);
        if (Fixed.Parse(text) is { Success: true } read && read.Value is var (_, month, dayOfMonth) && (month, dayOfMonth) != (2, 29))
            return new HolidayRule(year => new LocalDate(year, month, dayOfMonth));
        if (FromEaster().Match(text) is { Success: true } easter)
        {
            var days = int.Parse(easter.Groups[1].Value, CultureInfo.InvariantCulture) * (easter.Groups[2].Value == "after" ? 1 : -1);
            return new HolidayRule(year => Easter.Of(year).PlusDays(days));
        }

        return WeekdayOfMonth().Match(text) is { Success: true } found ? Weekday(found) : null;
    }

    /// <summary>Null where it does not fall in the year.</summary>
    public LocalDate? In(int year) => day(year);

    private static HolidayRule? Weekday(Match found)
    {
        var month = Array.IndexOf(Months, found.Groups[3].Value) + 1;
        if (month == 0 || !Enum.TryParse<IsoDayOfWeek>(found.Groups[2].Value, out var weekday)) return null;
        var nth = Array.IndexOf(Nth, found.Groups[1].Value);
        return new HolidayRule(year => nth < 0
            ? new LocalDate(year, month, 1).With(DateAdjusters.EndOfMonth).With(DateAdjusters.PreviousOrSame(weekday))
            : new LocalDate(year, month, 1).With(DateAdjusters.NextOrSame(weekday)).PlusWeeks(nth));
    }

    [GeneratedRegex(@"^(\d{1,2}) days? (before|after) Easter$", RegexOptions.CultureInvariant)]
    private static partial Regex FromEaster();

    [GeneratedRegex("^(first|second|third|fourth|last) (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) of ([A-Z][a-z]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex WeekdayOfMonth();
}
