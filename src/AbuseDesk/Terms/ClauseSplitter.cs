using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;

namespace AbuseDesk.Terms;

/// <summary>Splits terms into clauses: each heading of the second level or deeper, with its number and key.</summary>
public static partial class ClauseSplitter
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().Build();

    /// <param name="markdown">Line ends are "\n".</param>
    /// <param name="fileName">For the sentences of errors.</param>
    /// <exception cref="DeskException">No clauses, a heading without number, or two clauses with one number or key.</exception>
    public static IReadOnlyList<ClauseText> Split(string markdown, string fileName)
    {
        // Markdig knows which lines are headings (a "#" inside a code block is none); their text is read as written
        List<HeadingBlock> headings = [.. Markdown.Parse(markdown, Pipeline).OfType<HeadingBlock>()];
        var clauses = new List<ClauseText>();
        for (var i = 0; i < headings.Count; i++)
        {
            if (headings[i].Level < 2) continue;
            var end = i + 1 < headings.Count ? headings[i + 1].Span.Start : markdown.Length;
            var clause = Read(headings[i], markdown, end, fileName);
            var hasParts = i + 1 < headings.Count && headings[i + 1].Level > headings[i].Level;
            if (clause.Body.Length == 0 && !hasParts)
                throw new DeskException($"{fileName}, line {clause.Line}: clause {clause.Number} has no text; write it below its heading.");
            clauses.Add(clause);
        }

        if (clauses.Count == 0)
            throw new DeskException($"{fileName} has no clauses; a clause starts with a heading such as “## 6.2 Violence {{#violence}}”.");
        RefuseTwice(clauses, clause => clause.Number, "number", fileName);
        RefuseTwice(clauses, clause => clause.Topic, "key", fileName);
        return clauses;
    }

    private static ClauseText Read(HeadingBlock heading, string markdown, int end, string fileName)
    {
        var text = markdown[heading.Span.Start..(heading.Span.End + 1)].Split('\n')[0].Trim().Trim('#').Trim();
        var match = NumberedHeading().Match(text);
        if (!match.Success)
            throw new DeskException($"{fileName}, line {heading.Line + 1}: the heading “{Shown.Briefly(text)}” has no clause number; write it like “## 6.2 Violence {{#violence}}”.");
        var title = match.Groups["title"].Value;
        return new ClauseText(
            match.Groups["number"].Value,
            title,
            match.Groups["key"].Success ? match.Groups["key"].Value : Slug(title),
            markdown[(heading.Span.End + 1)..end].Trim(),
            heading.Line + 1);
    }

    private static void RefuseTwice(IEnumerable<ClauseText> clauses, Func<ClauseText, string> part, string name, string fileName)
    {
        if (clauses.GroupBy(part).FirstOrDefault(group => group.Count() > 1)?.ToList() is not { } twice) return;
        throw new DeskException(
            $"{fileName}, line {twice[1].Line}: the {name} “{part(twice[1])}” is already that of the clause on line {twice[0].Line}; give each clause its own.");
    }

    private static string Slug(string title)
    {
        var plain = string.Concat(title.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
        return NotInSlug().Replace(plain.ToLowerInvariant(), "-").Trim('-');
    }

    [GeneratedRegex(@"^(?:§\s*)?(?<number>\d+(?:\.\d+)*[a-z]?)\.?\s+(?<title>\S.*?)\s*(?:\{#(?<key>[A-Za-z0-9_-]+)\})?$")]
    private static partial Regex NumberedHeading();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex NotInSlug();
}
