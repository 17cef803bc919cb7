using System.Text.RegularExpressions;
using AbuseDesk.Notices.Document;

namespace AbuseDesk.Tests.Notices.Pdf;

/// <summary>
/// Inlines from a short notation for tests: **strong**, _emphasis_, [words](target), {page:anchor}, {hash:digits},
/// "|" for a line break, "~" for a space that never breaks.
/// </summary>
internal static partial class Marked
{
    public static IReadOnlyList<Inline> Text(string marked)
    {
        var inlines = new List<Inline>();
        var at = 0;
        var joined = marked.Replace('~', '\u00a0');
        foreach (Match match in Marks().Matches(joined))
        {
            if (match.Index > at) inlines.Add(new TextRun(joined[at..match.Index]));
            inlines.Add(Inline(match));
            at = match.Index + match.Length;
        }

        if (at < joined.Length) inlines.Add(new TextRun(joined[at..]));
        return inlines;
    }

    private static Inline Inline(Match match)
    {
        string Group(string name) => match.Groups[name].Value;
        if (match.Groups["strong"].Success) return new Strong([new TextRun(Group("strong"))]);
        if (match.Groups["emphasis"].Success) return new Emphasis(Text(Group("emphasis")));
        if (match.Groups["target"].Success) return new Link(Group("target"), [new TextRun(Group("words"))]);
        if (match.Groups["page"].Success) return new PageReference(Group("page"));
        return match.Groups["hash"].Success ? new HashRun(Group("hash")) : new LineBreak();
    }

    [GeneratedRegex(@"\*\*(?<strong>[^*]+)\*\*|_(?<emphasis>[^_]+)_|\[(?<words>[^\]]+)\]\((?<target>[^)]+)\)|\{page:(?<page>\w+)\}|\{hash:(?<hash>\w+)\}|\|")]
    private static partial Regex Marks();
}
