using System.Globalization;
using AbuseDesk.Notices.Document;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Cell = AbuseDesk.Notices.Document.TableCell;
using Inline = AbuseDesk.Notices.Document.Inline;
using MarkdownCell = Markdig.Extensions.Tables.TableCell;
using MarkdownParagraph = Markdig.Syntax.ParagraphBlock;
using MarkdownRow = Markdig.Extensions.Tables.TableRow;
using Row = AbuseDesk.Notices.Document.TableRow;

namespace AbuseDesk.Notices.Templates.Reading;

/// <summary>Turns a pipe table into a table of the notice.</summary>
internal sealed class TableReader(InlineReader inlines)
{
    public TableBlock Read(Table table)
    {
        var attributes = table.TryGetAttributes();
        var rows = table.OfType<MarkdownRow>().ToArray();
        var width = rows[0].Count;
        if (rows.FirstOrDefault(row => row.Count > width) is { } odd)
            throw inlines.Error($"a table row has {odd.Count} cells, its head {width}: '{Runs.PlainText(Content((MarkdownCell)odd[0]))}'.");
        var head = Row(rows[0]);
        return new TableBlock(
            Style(attributes?.Classes ?? []),
            Columns(table, width, attributes),
            head.Cells.All(cell => cell.Content.Count == 0) ? null : head,
            [.. rows.Skip(1).Select(Row)]);
    }

    public IReadOnlyList<IReadOnlyList<string>> Texts(Table table) =>
        [.. table.OfType<MarkdownRow>().Select(row => row.OfType<MarkdownCell>().Select(cell => Runs.PlainText(Content(cell))).ToArray())];

    private static TableStyle Style(List<string> classes) =>
        classes.Contains("annex") ? TableStyle.Annex
        : classes.Contains("instants") ? TableStyle.Instants
        : TableStyle.Plain;

    private IReadOnlyList<Column> Columns(Table table, int count, HtmlAttributes? attributes)
    {
        var widths = attributes?.Properties?.FirstOrDefault(property => property.Key == "widths").Value?.Split(',');
        if (widths is not null && widths.Length != count)
            throw inlines.Error($"the widths '{string.Join(',', widths)}' are {widths.Length}, but the table has {count} columns.");
        return [.. Enumerable.Range(0, count).Select(i => new Column(
            widths is null ? null : Millimetres(widths[i].Trim()),
            table.ColumnDefinitions[i].Alignment == TableColumnAlign.Right ? Align.Right : Align.Left))];
    }

    private double? Millimetres(string width) =>
        width == "*" ? null
        : double.TryParse(width, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value
        : throw inlines.Error($"the width '{width}' is no number of millimetres and no *.");

    private Row Row(MarkdownRow row)
    {
        var contents = row.OfType<MarkdownCell>().Select(Content).ToArray();
        var sum = !row.IsHeader && IsSum(contents);
        return new Row(sum ? Spanned(contents) : [.. contents.Select(Cell)])
        {
            Sum = sum,
            Anchor = row.Descendants<LinkInline>().Select(link => link.TryGetAttributes()?.Id).FirstOrDefault(id => id is not null) is { } id
                ? inlines.Restore(id)
                : null,
        };
    }

    private IReadOnlyList<Inline> Content(MarkdownCell cell) => inlines.Read((cell.FirstOrDefault() as MarkdownParagraph)?.Inline);

    // every cell that holds anything holds bold words only
    private static bool IsSum(IReadOnlyList<Inline>[] cells) =>
        cells.Any(cell => cell.Count > 0) && cells.All(cell => cell is [] or [Strong]);

    // an empty cell after a filled one belongs to it
    private static Cell[] Spanned(IReadOnlyList<Inline>[] contents)
    {
        var cells = new List<Cell>();
        foreach (var content in contents)
        {
            if (content.Count == 0 && cells is [.., { Content.Count: > 0 } before])
                cells[^1] = before with { Span = before.Span + 1 };
            else
                cells.Add(new Cell(content is [Strong strong] ? strong.Content : content));
        }
        return [.. cells];
    }

    // quoted words at the end of a cell are its excerpt
    private static Cell Cell(IReadOnlyList<Inline> content)
    {
        if (content is not [.., Cited excerpt])
            return new Cell(Runs.WithoutCites(content));
        var words = content is [.., LineBreak, _] ? 2 : 1;
        return new Cell([.. content.Take(content.Count - words)]) { Excerpt = excerpt.Content };
    }
}
