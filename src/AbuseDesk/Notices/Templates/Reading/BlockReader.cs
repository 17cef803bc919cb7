using System.Text.RegularExpressions;
using AbuseDesk.Notices.Document;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.DefinitionLists;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Block = AbuseDesk.Notices.Document.Block;
using HeadingBlock = AbuseDesk.Notices.Document.HeadingBlock;
using Inline = AbuseDesk.Notices.Document.Inline;
using MarkdownBlock = Markdig.Syntax.Block;
using MarkdownQuote = Markdig.Syntax.QuoteBlock;
using MarkdownTable = Markdig.Extensions.Tables.Table;
using ParagraphBlock = AbuseDesk.Notices.Document.ParagraphBlock;
using QuoteBlock = AbuseDesk.Notices.Document.QuoteBlock;

namespace AbuseDesk.Notices.Templates.Reading;

/// <summary>Turns the blocks of a Markdown tree into the blocks of a notice. The conventions are in templates/README.md.</summary>
internal sealed partial class BlockReader(InlineReader inlines)
{
    private readonly TableReader tables = new(inlines);
    private readonly List<Block> blocks = [];
    private readonly Dictionary<string, int> numbers = [];
    private IReadOnlyList<Inline>? versionLine;
    private Caption? caption;

    public IReadOnlyList<Block> Read(ContainerBlock markdown)
    {
        foreach (var block in markdown)
            Add(block);
        if (versionLine is not null || caption is not null)
            throw inlines.Error($"the line '{Runs.PlainText(versionLine ?? caption!.Content)}' belongs to a quote or table that does not follow.");
        return blocks;
    }

    private void Add(MarkdownBlock block)
    {
        switch (block)
        {
            case Markdig.Syntax.HeadingBlock heading:
                blocks.Add(Heading(heading));
                break;
            case Markdig.Syntax.ParagraphBlock paragraph:
                AddParagraph(paragraph);
                break;
            case DefinitionList list:
                blocks.AddRange(LabelReader.Read(list, inlines).Select(Numbered));
                break;
            case MarkdownQuote quote:
                inlines.Expect(quote, "a quote", typeof(Markdig.Syntax.ParagraphBlock));
                blocks.Add(new QuoteBlock(versionLine, [.. quote.OfType<Markdig.Syntax.ParagraphBlock>().Select(Line)]));
                versionLine = null;
                break;
            case MarkdownTable table:
                AddTable(table);
                break;
            case CustomContainer container:
                blocks.AddRange(new ContainerReader(inlines, tables).Read(container));
                break;
            case LinkReferenceDefinitionGroup:
                break;
            default:
                throw inlines.Error($"a {block.GetType().Name} is not available in templates; see templates/README.md.");
        }
    }

    private void AddTable(MarkdownTable table)
    {
        var read = tables.Read(table) with { Caption = caption };
        caption = null;
        if (table.TryGetAttributes()?.Classes?.Contains(LongTables.Continued) != true)
            blocks.Add(read);
        else if (blocks is [.., TableBlock before])
            blocks[^1] = before with { Rows = [.. before.Rows, .. read.Rows] };
        else
            throw inlines.Error($"a table marked {{.{LongTables.Continued}}} has no table before it.");
    }

    private Block Heading(Markdig.Syntax.HeadingBlock heading)
    {
        var content = inlines.Read(heading.Inline);
        var attributes = heading.TryGetAttributes();
        var anchor = attributes?.Id is { } id ? inlines.Restore(id) : null;
        if (heading.Level == 1)
            return new TitleBlock(content) { Anchor = anchor };
        if (attributes?.Classes?.Contains("annex") == true)
        {
            return Runs.PlainText(content).Split(": ", 2) is [var label, var title]
                ? new AnnexBlock(label, title) { Anchor = anchor }
                : throw inlines.Error($"the annex '{Runs.PlainText(content)}' needs a label and a title, as in 'Annex A: Items'.");
        }
        var number = content is [TextRun first, ..] && Number().Match(first.Value) is { Success: true } match ? match : null;
        return new HeadingBlock(heading.Level - 1, number?.Groups[1].Value, number is null ? content : Runs.Skip(content, number.Length))
        {
            Anchor = anchor,
        };
    }

    /// <summary>"1.#" becomes "1.1", "1.2", … in the order in which the paragraphs are printed.</summary>
    private ParagraphBlock Numbered(ParagraphBlock paragraph)
    {
        if (paragraph.Label?.EndsWith(".#", StringComparison.Ordinal) != true)
            return paragraph;
        var section = paragraph.Label[..^1];
        numbers[section] = numbers.GetValueOrDefault(section) + 1;
        return paragraph with { Label = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{section}{numbers[section]}") };
    }

    private void AddParagraph(Markdig.Syntax.ParagraphBlock paragraph)
    {
        var content = inlines.Read(paragraph.Inline);
        var classes = paragraph.TryGetAttributes()?.Classes ?? [];
        if (classes.Contains("version"))
            versionLine = content;
        else if (classes.Contains("caption"))
            caption = Captions.Read(content, inlines);
        else if (content.Count > 0)
            blocks.Add(new ParagraphBlock(Runs.WithoutCites(content)));
    }

    private QuoteLine Line(Markdig.Syntax.ParagraphBlock paragraph)
    {
        var content = Runs.WithoutCites(inlines.Read(paragraph.Inline));
        return content is [TextRun first, ..] && Marker().Match(first.Value) is { Success: true } match
            ? new QuoteLine(match.Groups[1].Value, Runs.Skip(content, match.Length))
            : new QuoteLine(null, content);
    }

    [GeneratedRegex(@"^(\d+(?:\.\d+)*)\s+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(\((?:[a-z]{1,4}|\d{1,2})\))\s+")]
    private static partial Regex Marker();
}
