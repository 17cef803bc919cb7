using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>The line above a table or chart; it never leaves what it names.</summary>
internal static class CaptionLayout
{
    private const float SpaceAfter = 6;

    public static List<FlowItem> Items(Typesetter setter, Caption caption, float left, float width)
    {
        var number = PdfStyle.Caption with { Weight = PdfStyle.Caption.StrongWeight, Color = PdfStyle.Ink };
        IReadOnlyList<Span> spans = [new(caption.Number, number), new(" ", PdfStyle.Caption), .. setter.Spans(caption.Content, PdfStyle.Caption)];
        var items = LineItems.Of(setter.Lines(spans, width), PdfStyle.Caption, left);
        items.ForEach(item => item.Keep = Keep.Hard);
        items[^1].After = SpaceAfter;
        return items;
    }
}
