using System.Globalization;

namespace AbuseDesk.Notices.Facts;

/// <summary>How each language of the notices writes dates and times. The names never change with the machine's language data.</summary>
internal static class LanguageCulture
{
    public const string English = "en";

    private static readonly Dictionary<string, DateWriting> Known = new(StringComparer.Ordinal)
    {
        [English] = new(CultureInfo.InvariantCulture),
        ["fr"] = new(Names(
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
            "dimanche lundi mardi mercredi jeudi vendredi samedi"))
        {
            FirstDay = "d'er' ",
            Clock = "HH'\u00a0h\u00a0'mm",
            BeforeClock = " à ",
        },
        ["de"] = new(Names(
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
            "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
            "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag"))
        {
            Weekday = "dddd','",
            Date = "d'.' MMMM yyyy",
            ShortDate = "d'.' MMM yyyy",
            DayMonth = "d'.' MMM",
            LongDayMonth = "d'.' MMMM",
            FirstDay = "d ",
            AfterClock = "\u00a0Uhr",
        },
    };

    /// <summary>A language without a row here is written as the machine knows it.</summary>
    /// <exception cref="DeskException">The language is not known.</exception>
    public static DateWriting Of(string language)
    {
        if (Known.TryGetValue(language, out var writing))
            return writing;
        try
        {
            return new(CultureInfo.GetCultureInfo(language, predefinedOnly: true));
        }
        catch (CultureNotFoundException)
        {
            throw new DeskException($"There is no language '{language}'; give a tag such as en, fr or de.");
        }
    }

    private static CultureInfo Names(string months, string shortMonths, string days)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var names = culture.DateTimeFormat;
        // the calendar of .NET has a thirteenth month without a name
        names.MonthNames = names.MonthGenitiveNames = [.. months.Split(' '), ""];
        names.AbbreviatedMonthNames = names.AbbreviatedMonthGenitiveNames = [.. shortMonths.Split(' '), ""];
        names.DayNames = days.Split(' ');
        return CultureInfo.ReadOnly(culture);
    }
}
