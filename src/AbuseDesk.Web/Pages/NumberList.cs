using System.Globalization;
using System.Text.RegularExpressions;

namespace AbuseDesk.Web.Pages;

/// <summary>Item numbers as people write them: "1-5, 8".</summary>
public static partial class NumberList
{
    private const int Most = 10_000;

    /// <exception cref="DeskException">Something is neither a number nor a range, or there are too many.</exception>
    public static IReadOnlyList<int> Parse(string? text)
    {
        var numbers = new SortedSet<int>();
        foreach (var part in (text ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = Range().Match(part);
            var from = match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
            var to = match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : from;
            if (from < 1 || to < from) throw new DeskException($"“{Shown.Briefly(part)}” is no item number; write numbers and ranges, as 1-5, 8.");
            if (to - from + numbers.Count >= Most) throw new DeskException("That is more than 10,000 items at once; record them in parts.");
            numbers.UnionWith(Enumerable.Range(from, to - from + 1));
        }

        return [.. numbers];
    }

    /// <summary>"1-5, 8" of ascending numbers.</summary>
    public static string Say(IReadOnlyList<int> numbers)
    {
        var runs = new List<(int From, int To)>();
        foreach (var number in numbers)
        {
            if (runs.Count > 0 && runs[^1].To == number - 1) runs[^1] = (runs[^1].From, number);
            else runs.Add((number, number));
        }

        return string.Join(", ", runs.Select(run => run.From == run.To ? $"{run.From}" : $"{run.From}-{run.To}"));
    }

    [GeneratedRegex("^([0-9]{1,7})(?:[-–]([0-9]{1,7}))?$")]
    private static partial Regex Range();
}
