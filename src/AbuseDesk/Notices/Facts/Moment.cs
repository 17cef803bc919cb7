using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Notices.Facts;

/// <summary>
/// An instant as people in one time zone read it, in one language. U+00A0 stands between day and month and between
/// time and zone, so that they never part at the end of a line.
/// </summary>
public sealed record Moment
{
    private const char NoBreak = '\u00a0';
    private readonly ZonedDateTime zoned;
    private readonly CultureInfo culture;

    /// <param name="instant">The instant, UTC.</param>
    /// <param name="zoneId">An id of the time zone database, for instance "America/Los_Angeles".</param>
    /// <param name="language">BCP 47 tag of the notice, for instance "en".</param>
    /// <exception cref="DeskException">The zone is not in the time zone database.</exception>
    public Moment(Instant instant, string zoneId, string language)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId)
            ?? throw new DeskException($"There is no time zone '{zoneId}'; give one such as Europe/Paris.");
        zoned = instant.InZone(zone);
        culture = LanguageCulture.Of(language);
        Language = language;
    }

    /// <summary>The instant itself, UTC; templates cannot see it.</summary>
    public Instant Instant => zoned.ToInstant();

    /// <summary>"en".</summary>
    public string Language { get; }

    /// <summary>"America/Los_Angeles".</summary>
    public string ZoneId => zoned.Zone.Id;

    /// <summary>"Los Angeles": the place that gives the zone its name; "UTC" for UTC.</summary>
    public string City => ZoneId[(ZoneId.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>"PST"; "UTC+4" where the time zone database has no abbreviation.</summary>
    public string Zone
    {
        get
        {
            var name = zoned.GetZoneInterval().Name;
            return char.IsLetter(name[0]) ? name : Offset.Replace('\u2212', '-');
        }
    }

    /// <summary>"UTC−8", "UTC+5:30", "UTC".</summary>
    public string Offset
    {
        get
        {
            var seconds = zoned.Offset.Seconds;
            var size = Math.Abs(seconds);
            var minutes = size % 3600 / 60;
            var figures = $"{size / 3600}" + (minutes == 0 ? "" : $":{minutes:00}");
            return seconds == 0 ? "UTC" : $"UTC{(seconds < 0 ? '\u2212' : '+')}{figures}";
        }
    }

    /// <summary>"9 January 2021".</summary>
    public string Date => Keep("d MMMM yyyy");

    /// <summary>"Saturday 9 January 2021".</summary>
    public string WeekdayDate => $"{Text("dddd")} {Date}";

    /// <summary>"9 Jan 2021".</summary>
    public string ShortDate => Keep("d MMM yyyy");

    /// <summary>"9 Jan".</summary>
    public string DayMonth => Keep("d MMM");

    /// <summary>"9 January".</summary>
    public string LongDayMonth => Keep("d MMMM");

    /// <summary>"Jan 2021".</summary>
    public string ShortMonthYear => Keep("MMM yyyy");

    /// <summary>"January 2021".</summary>
    public string MonthYear => Keep("MMMM yyyy");

    /// <summary>"17:00", 24 hours.</summary>
    public string Time => zoned.Second == 0 ? Text("HH:mm") : TimeSeconds;

    /// <summary>"17:00:00".</summary>
    public string TimeSeconds => Text("HH:mm:ss");

    /// <summary>"17:00 PST".</summary>
    public string TimeZone => $"{Time}{NoBreak}{Zone}";

    /// <summary>"9 January 2021, 17:00 PST".</summary>
    public string DateTime => $"{Date}, {TimeZone}";

    /// <summary>"Saturday 9 January 2021, 17:00 PST".</summary>
    public string WeekdayDateTime => $"{WeekdayDate}, {TimeZone}";

    /// <summary>"26 November 2020, 08:56:27 PST", seconds always shown.</summary>
    public string Exact => $"{Date}, {TimeSeconds}{NoBreak}{Zone}";

    /// <summary>"23 Nov 2020, 09:00".</summary>
    public string ShortDateTime => $"{ShortDate}, {Text("HH:mm")}";

    /// <summary>The local date and time, to the second.</summary>
    internal LocalDateTime Local => zoned.LocalDateTime;

    /// <summary>The start of a day in this zone.</summary>
    internal Moment AtStartOf(LocalDate day) => new(zoned.Zone.AtStartOfDay(day).ToInstant(), ZoneId, Language);

    /// <summary>The same instant in another zone.</summary>
    public Moment In(string zoneId) => new(Instant, zoneId, Language);

    public bool Equals(Moment? other) => other is not null && zoned == other.zoned && Language == other.Language;

    public override int GetHashCode() => HashCode.Combine(zoned, Language);

    private string Text(string pattern) => LocalDateTimePattern.Create(pattern, culture).Format(zoned.LocalDateTime);

    // the day and the month stay together; the year may follow on the next line
    private string Keep(string pattern)
    {
        var text = Text(pattern);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? text : string.Concat(text.AsSpan(0, space), [NoBreak], text.AsSpan(space + 1));
    }
}
