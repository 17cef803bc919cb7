using System.Globalization;
using AbuseDesk.Notices.Templates.Words;

namespace AbuseDesk.Notices.Templates.Liquid;

/// <summary>Lists and ranges as a sentence names them.</summary>
internal static class NumbersInWords
{
    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> values, string and) => values.Count < 2
        ? string.Concat(values)
        : $"{string.Join(", ", values.Take(values.Count - 1))} {and} {values[^1]}";

    /// <summary>"1 to 8"; "1, 3 and 5 to 9". Two neighbours are listed, three are a range.</summary>
    public static string Ranges(IReadOnlyList<int> numbers, LanguageFile language)
    {
        var parts = new List<string>();
        var sorted = numbers.Distinct().Order().ToArray();
        for (var i = 0; i < sorted.Length;)
        {
            var end = i;
            while (end + 1 < sorted.Length && sorted[end + 1] == sorted[end] + 1)
                end++;
            if (end - i >= 2)
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{sorted[i]} {language.To} {sorted[end]}"));
            else
                parts.AddRange(sorted[i..(end + 1)].Select(number => number.ToString(CultureInfo.InvariantCulture)));
            i = end + 1;
        }
        return List(parts, language.And);
    }
}
