using AbuseDesk.Notices.Document;
using Markdig.Extensions.DefinitionLists;
using MarkdownParagraph = Markdig.Syntax.ParagraphBlock;

namespace AbuseDesk.Notices.Templates.Reading;

/// <summary>Labelled paragraphs: a line with the label, perhaps one with the verdict, then the text after a colon.</summary>
internal static class LabelReader
{
    public static IEnumerable<ParagraphBlock> Read(DefinitionList list, InlineReader inlines)
    {
        foreach (var item in list.OfType<DefinitionItem>())
        {
            inlines.Expect(item, "a labelled paragraph", typeof(DefinitionTerm), typeof(MarkdownParagraph));
            var labels = Labels(item, inlines);
            if (labels.Count > 2)
                throw inlines.Error($"the label '{string.Join(" / ", labels)}' has more than two lines; leave a line empty before a label.");
            var first = true;
            foreach (var paragraph in item.OfType<MarkdownParagraph>())
            {
                yield return new ParagraphBlock(Runs.WithoutCites(inlines.Read(paragraph.Inline)))
                {
                    Label = first && labels.Count > 0 ? labels[0] : null,
                    Verdict = first && labels.Count > 1 ? labels[1] : null,
                };
                first = false;
            }
        }
    }

    public static IReadOnlyList<string> Labels(DefinitionItem item, InlineReader inlines) =>
        [.. item.OfType<DefinitionTerm>().Select(term => Runs.PlainText(inlines.Read(term.Inline))).Where(label => label.Length > 0)];
}
