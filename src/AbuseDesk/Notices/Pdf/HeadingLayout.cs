using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>The title of the notice, headings of sections and the heads of annexes.</summary>
internal static class HeadingLayout
{
    public static List<FlowItem> Title(Typesetter setter, TitleBlock title)
    {
        var lines = setter.Lines(title.Content, PdfStyle.Subject, PdfStyle.TextWidth, balanced: true);
        return Kept(LineItems.Of(lines, PdfStyle.Subject, PdfStyle.TextLeft), before: 30, after: 15);
    }

    public static List<FlowItem> Heading(Typesetter setter, HeadingBlock heading)
    {
        var section = heading.Level <= 1;
        var style = section ? PdfStyle.Heading : PdfStyle.SubHeading;
        var lines = setter.Lines(heading.Content, style, PdfStyle.TextWidth, balanced: true);
        var number = heading.Number is null ? null : setter.Word(heading.Number, style with { Color = PdfStyle.Accent });
        var items = LineItems.Of(lines, style, PdfStyle.TextLeft, (painter, baseline) => Hang(painter, number, baseline));
        items[0].Outline = new(Join(heading.Number, PlainText.Of(heading.Content)), section ? 1 : 2);
        return Kept(items, before: section ? 22.5f : 15, after: 7.5f);
    }

    public static List<FlowItem> Annex(Typesetter setter, AnnexBlock annex)
    {
        var label = setter.Word(annex.Label, PdfStyle.HeadingNumber);
        var lines = setter.Lines([new Span(annex.Title, PdfStyle.Heading)], PdfStyle.TextWidth);
        var items = LineItems.Of(lines, PdfStyle.Heading, PdfStyle.TextLeft, (painter, baseline) => Hang(painter, label, baseline));
        items[0].NewPage = true;
        items[0].Outline = new(Join(annex.Label, annex.Title), 1);
        return Kept(items, before: 0, after: 7.5f);
    }

    private static void Hang(Painter painter, Line? word, float baseline)
    {
        if (word is not null) painter.Text(word, PdfStyle.HangLeft, baseline);
    }

    private static string Join(string? label, string title) => label is null ? title : $"{label}  {title}";

    private static List<FlowItem> Kept(List<FlowItem> items, float before, float after)
    {
        items.ForEach(item => item.Keep = Keep.Hard);
        items[0].Before = before;
        items[^1].After = after;
        return items;
    }
}
