using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

internal static class LetterheadLayout
{
    private const float SpaceAfter = 30;

    public static IEnumerable<FlowItem> Items(Typesetter setter, Letterhead head)
    {
        var items = LineItems.Of(setter.Lines([new Span(head.Name, PdfStyle.Wordmark)], PdfStyle.TextWidth), PdfStyle.Wordmark, PdfStyle.TextLeft);
        // the unit stands before the first line, as in the mail
        foreach (var line in head.Lines.Select((line, number) => number == 0 ? $"{head.Unit} · {line}" : line))
            items.AddRange(LineItems.Of(setter.Lines([new Span(line, PdfStyle.Address)], PdfStyle.TextWidth), PdfStyle.Address, PdfStyle.TextLeft));
        items[^1].After = SpaceAfter;
        return items;
    }
}
