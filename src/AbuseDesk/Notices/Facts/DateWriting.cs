using System.Globalization;

namespace AbuseDesk.Notices.Facts;

/// <summary>How one language writes dates and times; patterns of NodaTime.</summary>
internal sealed record DateWriting(CultureInfo Culture)
{
    /// <summary>"Samstag," in German.</summary>
    public string Weekday { get; init; } = "dddd";

    public string Date { get; init; } = "d MMMM yyyy";

    public string ShortDate { get; init; } = "d MMM yyyy";

    public string DayMonth { get; init; } = "d MMM";

    public string LongDayMonth { get; init; } = "d MMMM";

    /// <summary>In the place of "d " on the first of a month: "1er janvier" in French.</summary>
    public string FirstDay { get; init; } = "d ";

    public string Clock { get; init; } = "HH:mm";

    /// <summary>Between the date and the clock: " à " in French.</summary>
    public string BeforeClock { get; init; } = ", ";

    /// <summary>After the clock: " Uhr" in German.</summary>
    public string AfterClock { get; init; } = "";
}
