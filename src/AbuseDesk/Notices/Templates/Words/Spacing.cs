using System.Text.RegularExpressions;

namespace AbuseDesk.Notices.Templates.Words;

/// <summary>
/// Spaces beside marks as a language sets them: people type an ordinary space, and it never breaks.
/// A space that is not typed is not made up.
/// </summary>
internal sealed class Spacing(LanguageFile language)
{
    private readonly (Regex Space, string Becomes)[] rules =
    [
        .. Rule(language.NarrowSpaceBefore, marks => $" (?={marks})", "\u202f"),
        .. Rule(language.NoBreakBefore, marks => $" (?={marks})", "\u00a0"),
        .. Rule(language.NoBreakAfter, marks => $"(?<={marks}) ", "\u00a0"),
    ];

    public string Set(string text)
    {
        foreach (var (space, becomes) in rules)
            text = space.Replace(text, becomes);
        return text;
    }

    private static IEnumerable<(Regex, string)> Rule(string marks, Func<string, string> pattern, string becomes)
    {
        if (marks.Length > 0)
            yield return (new Regex(pattern($"[{Regex.Escape(marks)}]"), RegexOptions.CultureInvariant), becomes);
    }
}
