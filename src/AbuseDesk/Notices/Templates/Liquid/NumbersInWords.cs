using System.Globalization;
using AbuseDesk.Notices.Templates.Words;

namespace AbuseDesk.Notices.Templates.Liquid;

/// <summary>Lists and ranges as a sentence names them.</summary>
internal static class NumbersInWords
{
    /// <summary>"twelve"; "13".</summary>
    public static string Count(decimal number, LanguageFile language) =>
        number >= 1 && number <= language.Numbers.Count && number == Math.Truncate(number)
            ? language.Numbers[(int)number - 1]
            : Figures(number, language);

    /// <summary>"9800"; "20,000" in English, "20.000" in German; "5.5", "5,5".</summary>
    public static string Figures(decimal number, LanguageFile language)
    {
        var parts = Math.Abs(number).ToString("0.##", CultureInfo.InvariantCulture).Split('.');
        if (parts[0].Length > 4)
            parts[0] = Math.Truncate(Math.Abs(number)).ToString("#,0", CultureInfo.InvariantCulture).Replace(",", language.Thousands, StringComparison.Ordinal);
        return (number < 0 ? "\u2212" : "") + string.Join(language.Decimals, parts);
    }

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
