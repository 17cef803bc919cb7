using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Deadlines.Computing;

/// <summary>A day that is no business day because of its name.</summary>
public sealed record Holiday(LocalDate Date, string Name);

/// <summary>The days on which a country or region works, for the years that its file covers.</summary>
public sealed class BusinessCalendar
{
    private readonly string file;
    private readonly Func<LocalDate, bool> isWeekend;
    private readonly Dictionary<LocalDate, string> holidays;

    internal BusinessCalendar(CalendarHead head, Func<LocalDate, bool> isWeekend, IEnumerable<Holiday> holidays)
    {
        (Name, Title, FirstYear, LastYear, file) = (head.Name, head.Title, head.FirstYear, head.LastYear, head.File);
        this.isWeekend = isWeekend;
        this.holidays = holidays.GroupBy(holiday => holiday.Date).ToDictionary(group => group.Key, group => group.First().Name);
        Fingerprint = Hash();
    }

    /// <summary>Its key: the name of its file, "us-federal".</summary>
    public string Name { get; }

    /// <summary>As sentences say it: "US federal".</summary>
    public string Title { get; }

    public int FirstYear { get; }

    /// <summary>The last year whose holidays are known.</summary>
    public int LastYear { get; }

    /// <summary>Of every day in its years: another one means that dates may have to be computed again.</summary>
    public string Fingerprint { get; }

    /// <summary>The holidays of a year in their order, those on a weekend too.</summary>
    public IReadOnlyList<Holiday> HolidaysOf(int year) =>
        [.. holidays.Where(pair => pair.Key.Year == year).OrderBy(pair => pair.Key).Select(pair => new Holiday(pair.Key, pair.Value))];

    /// <exception cref="DeskException">The calendar does not cover the year of the day.</exception>
    public bool IsBusinessDay(LocalDate date) => !IsWeekend(date) && HolidayOn(date) is null;

    /// <exception cref="DeskException">The calendar does not cover the year of the day.</exception>
    public bool IsWeekend(LocalDate date) => isWeekend(Covered(date));

    /// <summary>Null where the day is none.</summary>
    /// <exception cref="DeskException">The calendar does not cover the year of the day.</exception>
    public Holiday? HolidayOn(LocalDate date) => holidays.TryGetValue(Covered(date), out var name) ? new Holiday(date, name) : null;

    private LocalDate Covered(LocalDate date) => date.Year >= FirstYear && date.Year <= LastYear
        ? date
        : throw new DeskException(
            $"{file} knows the years {FirstYear} to {LastYear} only, and {date.ToString("d MMMM uuuu", CultureInfo.InvariantCulture)} had to be looked up; "
            + $"check the holidays of {date.Year} and extend “years” there.");

    private string Hash()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{FirstYear} {LastYear} ");
        for (var date = new LocalDate(FirstYear, 1, 1); date.Year <= LastYear; date = date.PlusDays(1))
            if (!IsBusinessDay(date)) text.Append(LocalDatePattern.Iso.Format(date)).Append(holidays.ContainsKey(date) ? "h " : " ");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>What stands at the head of a calendar's file.</summary>
internal sealed record CalendarHead(string Name, string Title, int FirstYear, int LastYear, string File);
