using System.Text.RegularExpressions;
using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Writers;

namespace AbuseDesk.Notices.Changes;

/// <summary>One sentence of a notice, or one row of its tables with the words of its columns.</summary>
public sealed partial record DocumentSentence(string Text, bool InTable)
{
    /// <summary>All that a notice says, in reading order.</summary>
    public static IReadOnlyList<DocumentSentence> Of(NoticeDocument document) =>
        [.. document.Blocks.SelectMany(Of).Select(sentence => sentence with { Text = OneLine(sentence.Text) }).Where(sentence => sentence.Text.Length > 0)];

    private static IEnumerable<DocumentSentence> Of(Block block) => block switch
    {
        TitleBlock title => Prose(Write(title.Content)),
        HeadingBlock heading => Prose(Write(heading.Content)),
        ParagraphBlock paragraph => Prose(Write(paragraph.Content)),
        QuoteBlock quote => Prose(quote.VersionLine is { } line ? Write(line) : "").Concat(quote.Lines.SelectMany(each => Prose(Write(each.Content)))),
        ChartBlock chart => Prose(chart.Description),
        SignatureBlock signature => signature.Signatories.Select(one => new DocumentSentence($"{one.Label}: {one.Name}, {one.Role}", false)),
        TableBlock table => Captioned(table).Concat(table.Rows.Select(row => new DocumentSentence(Row(table, row), true))),
        ExhibitBlock exhibit => exhibit.Particulars.Select(each => new DocumentSentence($"{exhibit.Title}: {each.Label} {Write(each.Content)}", true)),
        _ => [],
    };

    private static IEnumerable<DocumentSentence> Captioned(TableBlock table) =>
        table.Caption is { } caption ? Prose($"{caption.Number} {Write(caption.Content)}") : [];

    // "Table 1. All batches: Items 98, Removed 37"
    private static string Row(TableBlock table, TableRow row)
    {
        var heads = table.Head is { } head ? Columns(head) : [];
        var column = 0;
        List<string> said = [];
        foreach (var cell in row.Cells)
        {
            var name = column > 0 && column < heads.Count ? heads[column] : "";
            said.Add(OneLine($"{name} {Write(cell.Content)} {(cell.Excerpt is { } excerpt ? $"“{Write(excerpt)}”" : "")}"));
            column += cell.Span;
        }

        return $"{(table.Caption is { } caption ? caption.Number + " " : "")}{said[0]}: {string.Join(", ", said.Skip(1).Where(text => text.Length > 0))}";
    }

    private static List<string> Columns(TableRow head) =>
        [.. head.Cells.SelectMany(cell => Enumerable.Repeat(Write(cell.Content), cell.Span))];

    private static IEnumerable<DocumentSentence> Prose(string text) => SentenceEnd().Split(text).Select(sentence => new DocumentSentence(sentence, false));

    private static string Write(IEnumerable<Inline> content) => new TextInlines().Write(content);

    private static string OneLine(string text) => WhiteSpace().Replace(text, " ").Trim();

    // no end: "9. Januar", "z. B."; what must not part at a line's end does not part here
    [GeneratedRegex(@"(?<=[.!?…]["")”»“’]?)(?<!(?:^|[^\p{L}\d])(?:\d{1,2}|\p{L})\.)[ \n]+(?=[\p{Lu}\d“«„(])")]
    private static partial Regex SentenceEnd();

    // U+00A0 counts as white space here
    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
