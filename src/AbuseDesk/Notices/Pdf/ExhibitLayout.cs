using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>An exhibit on a page of its own: particulars above, the picture as large as what remains allows.</summary>
internal static class ExhibitLayout
{
    private const float AfterTitle = 6;
    private const float AfterParticulars = 9;

    public static List<FlowItem> Items(Typesetter setter, ExhibitBlock exhibit)
    {
        var items = new List<FlowItem> { Title(setter, exhibit) };
        foreach (var particular in exhibit.Particulars) items.AddRange(Lines(setter, particular));
        items[^1].After = AfterParticulars;
        var used = items.Sum(item => item.Height) + AfterTitle + AfterParticulars;
        var room = PdfStyle.Bottom - PdfStyle.Top - used;
        items.AddRange(ExhibitPictureLayout.Items(setter, exhibit, room));
        return items;
    }

    private static FlowItem Title(Typesetter setter, ExhibitBlock exhibit)
    {
        var title = setter.Word(exhibit.Title, PdfStyle.HeadingNumber);
        var back = setter.Lines([new Span(PlainText.Of(exhibit.Back.Content), PdfStyle.BackLink with { Color = PdfStyle.Accent }, exhibit.Back.Target)], PdfStyle.TextWidth / 2);
        return new()
        {
            Height = PdfStyle.HeadingNumber.Leading,
            After = AfterTitle,
            NewPage = true,
            Keep = Keep.Hard,
            Outline = new(exhibit.Title, 2),
            Draw = (painter, y) =>
            {
                painter.Text(title, PdfStyle.HangLeft, y + PdfStyle.HeadingNumber.Baseline);
                painter.TextRight(back[0], PdfStyle.Right, y + PdfStyle.HeadingNumber.Baseline);
            },
        };
    }

    private static List<FlowItem> Lines(Typesetter setter, Particular particular)
    {
        var style = particular.Quoted ? PdfStyle.ParticularQuote : PdfStyle.Particular;
        var lines = setter.Lines(particular.Content, style, PdfStyle.TextWidth);
        var label = setter.Lines([new Span(particular.Label, PdfStyle.ParticularLabel)], PdfStyle.HangWidth);
        return LineItems.Of(lines, style, PdfStyle.TextLeft, (painter, baseline) => painter.Text(label[0], PdfStyle.HangLeft, baseline));
    }
}
