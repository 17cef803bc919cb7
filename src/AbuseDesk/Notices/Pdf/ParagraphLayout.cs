using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Paragraphs with what hangs left of them, on the baseline of their first line.</summary>
internal static class ParagraphLayout
{
    public const float SpaceAfter = 7.5f;
    public const float SpaceAfterInAnnex = 15;

    public static List<FlowItem> Items(Typesetter setter, ParagraphBlock paragraph, float after)
    {
        var lines = setter.Lines(paragraph.Content, PdfStyle.Body, PdfStyle.TextWidth);
        var hanging = Hanging(setter, paragraph);
        var code = paragraph.QrCode is { } text ? new QrCodeDrawing(text) : null;
        var items = LineItems.Of(lines, PdfStyle.Body, PdfStyle.TextLeft, (painter, baseline) =>
        {
            DrawHanging(painter, hanging, baseline);
            code?.Draw(painter, baseline + hanging.Count * PdfStyle.Label.Leading);
        });
        if (code is null)
            AddRoomForLabel(items, hanging.Count, lines.Count);
        else
            AddRoomForCode(items, hanging.Count);
        if (!paragraph.Tight) items[^1].After += after;
        return items;
    }

    private static List<Line> Hanging(Typesetter setter, ParagraphBlock paragraph)
    {
        var lines = new List<Line>();
        if (paragraph.Label is { } label) lines.AddRange(setter.Lines([new Span(label, PdfStyle.Label)], PdfStyle.HangWidth));
        if (paragraph.Verdict is { } verdict) lines.AddRange(setter.Lines([new Span(verdict, PdfStyle.Verdict)], PdfStyle.HangWidth));
        return lines;
    }

    private static void DrawHanging(Painter painter, List<Line> lines, float baseline)
    {
        foreach (var line in lines)
        {
            painter.Text(line, PdfStyle.HangLeft, baseline);
            baseline += PdfStyle.Label.Leading;
        }
    }

    /// <summary>The code stays on the page of its paragraph, and nothing runs into it.</summary>
    private static void AddRoomForCode(List<FlowItem> items, int labelLines)
    {
        var needed = PdfStyle.Body.Baseline + labelLines * PdfStyle.Label.Leading + QrCodeDrawing.Height;
        var missing = needed - items.Count * PdfStyle.Body.Leading;
        if (missing > 0) items.Add(new FlowItem { Height = missing, Draw = (_, _) => { } });
        foreach (var item in items.SkipLast(1)) item.Keep = Keep.Hard;
    }

    /// <summary>A label longer than its paragraph must not run into the next one.</summary>
    private static void AddRoomForLabel(List<FlowItem> items, int labelLines, int lines)
    {
        var missing = labelLines * PdfStyle.Label.Leading - lines * PdfStyle.Body.Leading;
        if (missing > 0) items[^1].After += missing;
    }
}
