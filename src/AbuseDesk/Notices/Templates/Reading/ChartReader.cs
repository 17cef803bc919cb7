using System.Globalization;
using AbuseDesk.Notices.Document;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using MarkdownParagraph = Markdig.Syntax.ParagraphBlock;

namespace AbuseDesk.Notices.Templates.Reading;

/// <summary>
/// A chart is written as what it shows: a caption, a table of weeks (its head is the legend), a table of events
/// (position in weeks, date, word) and a paragraph that tells the figures in words.
/// </summary>
internal sealed class ChartReader(InlineReader inlines, TableReader tables)
{
    public ChartBlock Read(CustomContainer container)
    {
        inlines.Expect(container, "a chart", typeof(MarkdownParagraph), typeof(Table));
        var paragraphs = container.OfType<MarkdownParagraph>().ToArray();
        var caption = paragraphs.FirstOrDefault(paragraph => paragraph.TryGetAttributes()?.Classes?.Contains("caption") == true);
        var words = paragraphs.FirstOrDefault(paragraph => paragraph != caption);
        if (caption is null || words is null || container.OfType<Table>().Select(tables.Texts).ToArray() is not [var weeks, .. var rest])
            throw inlines.Error("a chart has a caption, a table of weeks, a table of events and a paragraph that tells it in words.");
        var events = rest.FirstOrDefault() ?? [];
        return new ChartBlock(
            Captions.Read(inlines.Read(caption.Inline), inlines),
            new ChartLegend(weeks[0][1], weeks[0][2]),
            [.. weeks.Skip(1).Select(week => new ChartWeek(week[0], (int)Number(week[1]), (int)Number(week[2])))],
            [.. events.Skip(1).Select(mark => new ChartEvent(Number(mark[0]), mark[1], mark[2]))])
        {
            Description = Runs.PlainText(inlines.Read(words.Inline)),
        };
    }

    private double Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw inlines.Error($"'{text}' stands in a chart where a number belongs.");
}
