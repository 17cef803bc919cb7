using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AbuseDesk.Notices.Pdf;

namespace AbuseDesk.Notices.Templates.Words;

/// <summary>
/// Stands between the record's words and the Markdown reader. A value that a template prints goes into this store and a
/// token of letters goes into the Markdown; the words come back when the tree is read. So nothing that came from outside
/// can ever be read as Markdown, HTML or Liquid, whatever it holds.
/// </summary>
internal sealed partial class DataTokens
{
    private readonly List<string> values = [];

    public string Add(string value)
    {
        values.Add(Clean(value));
        return string.Create(CultureInfo.InvariantCulture, $"Zq{values.Count - 1}Qz");
    }

    /// <summary>Puts the words back for the tokens in a piece of the tree.</summary>
    public string Restore(string text) =>
        Token().Replace(text, match => values[int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)]);

    /// <summary>
    /// The same for words that people read: a value that reads from the right is set apart by marks, so that it does not
    /// turn the numbers and punctuation around it.
    /// </summary>
    public string RestoreWords(string text) =>
        Token().Replace(text, match => Apart(values[int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)]));

    private static string Apart(string value) => BidiKinds.AnyFromRight(value) ? $"{Bidi.Isolate}{value}{Bidi.EndOfIsolate}" : value;

    /// <summary>True if text typed in a template would be taken for a token.</summary>
    public static bool Clashes(string text) => Token().IsMatch(text);

    // line ends and control characters become one space; marks that turn the direction of what follows are left out,
    // or an excerpt could make the rest of its line read differently
    private static string Clean(string value)
    {
        var clean = new StringBuilder(value.Length);
        var afterControl = false;
        foreach (var c in value)
        {
            if (c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'))
                continue;
            var control = char.IsControl(c) || c is '\u2028' or '\u2029';
            if (!control && !(afterControl && c == ' '))
                clean.Append(c);
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
            afterControl = control;
        }
        return clean.ToString().Trim(' ');
    }

    [GeneratedRegex(@"Zq(\d+)Qz")]
    private static partial Regex Token();
}
