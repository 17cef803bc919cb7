using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace AbuseDesk.Deadlines.Computing;

/// <summary>What a term is counted in.</summary>
public enum TermUnit
{
    Minutes,
    Hours,

    /// <summary>Days of the calendar, each day of the week.</summary>
    Days,
    BusinessDays,
    Months,
}

/// <summary>How long a deadline runs: "24h" is elapsed time; "10 days", "10 business days" and "6 months" are counted by the calendar.</summary>
public sealed partial record Term(int Count, TermUnit Unit)
{
    private const int Longest = 3660;

    /// <summary>The elapsed time; null where days or months are counted.</summary>
    public Duration? Exact => Unit switch
    {
        TermUnit.Minutes => Duration.FromMinutes(Count),
        TermUnit.Hours => Duration.FromHours(Count),
        _ => null,
    };

    /// <summary>"10 business days", "1 month", "24 hours".</summary>
    public string Said => Exact is { } exact ? SaidTime.Of(exact) : $"{Count} {Word}";

    /// <summary>Reads "30m", "24h" and "3d" (72 hours), "48 hours", "10 days", "2 weeks", "10 business days", "6 months", "1 year".</summary>
    /// <returns>Null where the text is no term.</returns>
    public static Term? Find(string text)
    {
        if (Spans.Find(text) is { } span) return span == Duration.Zero ? null : Of(span);
        var match = CountAndUnit().Match(text);
        if (!match.Success || !int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        var term = match.Groups[2].Value switch
        {
            "minute" => new Term(count, TermUnit.Minutes),
            "hour" => new Term(count, TermUnit.Hours),
            "day" => new Term(count, TermUnit.Days),
            "week" => new Term(count * 7, TermUnit.Days),
            "business day" => new Term(count, TermUnit.BusinessDays),
            "month" => new Term(count, TermUnit.Months),
            _ => new Term(count * 12, TermUnit.Months),
        };
        return term.Count is > 0 and <= Longest ? term : null;
    }

    /// <summary>As <see cref="Find"/> reads it.</summary>
    public override string ToString() => Exact is null ? Said : Unit == TermUnit.Hours ? $"{Count}h" : $"{Count}m";

    private static Term Of(Duration span) => span.TotalMinutes % 60 == 0
        ? new Term((int)span.TotalHours, TermUnit.Hours)
        : new Term((int)span.TotalMinutes, TermUnit.Minutes);

    private string Word => (Unit, Count) switch
    {
        (TermUnit.BusinessDays, 1) => "business day",
        (TermUnit.BusinessDays, _) => "business days",
        (TermUnit.Months, 1) => "month",
        (TermUnit.Months, _) => "months",
        (_, 1) => "day",
        _ => "days",
    };

    [GeneratedRegex(@"^(\d{1,4}) (minute|hour|day|week|business day|month|year)s?$", RegexOptions.CultureInvariant)]
    private static partial Regex CountAndUnit();
}
