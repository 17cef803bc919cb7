using System.Globalization;

namespace AbuseDesk.Cli.Commands.Items;

/// <summary>Numbers of items as people write them: "3", "12-20", "3,5".</summary>
internal static class ItemNumbers
{
    /// <exception cref="DeskException">A part is no number and no range.</exception>
    public static IReadOnlyList<int> Read(IEnumerable<string> written) =>
        [.. written.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).SelectMany(Range).Distinct()];

    private static IEnumerable<int> Range(string part)
    {
        var ends = part.Split('-');
        if (ends.Length is 1 or 2 && Number(ends[0]) is { } first && Number(ends[^1]) is { } last && first <= last && last - first < 10_000)
            return Enumerable.Range(first, last - first + 1);
        throw new DeskException($"“{Shown.Briefly(part)}” is no number of an item; write 12, or 12-20 for several.");
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
