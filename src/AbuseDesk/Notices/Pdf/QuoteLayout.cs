using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>A quoted clause: the version above it, the text indented beside a rule in the accent colour.</summary>
internal static class QuoteLayout
{
    private const float RuleThickness = 0.75f;
    private const float BetweenParagraphs = 3;
    private const float AfterVersionLine = 3;
    private const float SpaceAfter = 12;
    private static readonly float Indent = PdfStyle.Mm(5);
    private static readonly float MarkerWidth = PdfStyle.Mm(6);

    public static List<FlowItem> Items(Typesetter setter, QuoteBlock quote)
    {
        var items = new List<FlowItem>();
        if (quote.VersionLine is { } version)
        {
            items.AddRange(LineItems.Of(setter.Lines(version, PdfStyle.VersionLine, PdfStyle.TextWidth), PdfStyle.VersionLine, PdfStyle.TextLeft));
            items.ForEach(item => item.Keep = Keep.Hard);
            items[^1].After = AfterVersionLine;
        }

        for (var i = 0; i < quote.Lines.Count; i++)
        {
            var continues = i > 0 && quote.Lines[i - 1].Marker is not null && quote.Lines[i].Marker is not null;
            items.AddRange(Paragraph(setter, quote.Lines[i], i == 0 || continues ? 0 : BetweenParagraphs));
            if (i < quote.Lines.Count - 1) items[^1].Keep = Keep.Soft;
        }

        items[^1].After = SpaceAfter;
        return items;
    }

    private static List<FlowItem> Paragraph(Typesetter setter, QuoteLine quoted, float above)
    {
        var inset = Indent + (quoted.Marker is null ? 0 : MarkerWidth);
        var lines = setter.Lines(quoted.Content, PdfStyle.Quote, PdfStyle.TextWidth - inset);
        var marker = quoted.Marker is null ? null : setter.Word(quoted.Marker, PdfStyle.Quote);
        var inner = LineItems.Of(lines, PdfStyle.Quote, PdfStyle.TextLeft + inset, (painter, baseline) =>
        {
            if (marker is not null) painter.Text(marker, PdfStyle.TextLeft + Indent, baseline);
        });
        return [.. inner.Select((item, i) => WithRule(item, i == 0 ? above : 0))];
    }

    private static FlowItem WithRule(FlowItem inner, float above) => new()
    {
        Height = inner.Height + above,
        Keep = inner.Keep,
        Draw = (painter, y) =>
        {
            painter.Fill(new(PdfStyle.TextLeft, y, PdfStyle.TextLeft + RuleThickness, y + inner.Height + above), PdfStyle.Accent);
            inner.Draw(painter, y + above);
        },
    };
}
