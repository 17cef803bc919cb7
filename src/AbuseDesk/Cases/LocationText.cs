using System.Text.RegularExpressions;

namespace AbuseDesk.Cases;

/// <summary>
/// What people wrap around a location so that nobody clicks it, taken off again: quotes, brackets, hxxp, [.] and the like.
/// </summary>
public static partial class LocationText
{
    // None of these can stand raw in a URL, so they go even where only one side has them.
    private const string Never = " \t\r\n\"“”„«»<>`\u00A0\u200B\u2060\uFEFF";

    private static readonly (char Open, char Close)[] Pairs = [('(', ')'), ('[', ']'), ('{', '}'), ('\'', '\''), ('‘', '’')];

    public static string Clean(string text)
    {
        var clean = text;
        for (var before = ""; before != clean;)
        {
            before = clean;
            clean = clean.Trim(Never.ToCharArray());
            foreach (var (open, close) in Pairs)
                if (clean.Length > 1 && clean[0] == open && clean[^1] == close) clean = clean[1..^1];
        }

        return RefangAuthority(RefangEverywhere(clean));
    }

    /// <summary>Square brackets never stand raw in a path, so these forms are safe to undo anywhere.</summary>
    private static string RefangEverywhere(string text)
    {
        text = Scheme().Replace(text, match => match.Groups[1].Success ? "https" : "http");
        return Bracketed().Replace(text, match => match.Groups[1].Value.ToLowerInvariant() switch
        {
            "dot" => ".",
            "at" => "@",
            var sign => sign,
        });
    }

    /// <summary>"(.)" is legal in a path, so it is undone in the host only.</summary>
    private static string RefangAuthority(string text)
    {
        var start = SchemeLength().Match(text).Length;
        var end = text.AsSpan(start).IndexOfAny('/', '?', '#');
        end = end < 0 ? text.Length : start + end;
        var authority = DotInHost().Replace(text[start..end], ".");
        return string.Concat(text.AsSpan(0, start), authority.Replace("(@)", "@", StringComparison.Ordinal), text.AsSpan(end));
    }

    [GeneratedRegex(@"^h(?:xx|\*\*|__)p(s)?(?=\W)", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\[(\.|dot|:|://|/|@|at)\]", RegexOptions.IgnoreCase)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\((?:\.|dot)\)|\{(?:\.|dot)\}", RegexOptions.IgnoreCase)]
    private static partial Regex DotInHost();

    [GeneratedRegex(@"^(?:https?|ftp):[/\\]*", RegexOptions.IgnoreCase)]
    private static partial Regex SchemeLength();
}
