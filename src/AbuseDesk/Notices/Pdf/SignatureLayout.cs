using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>The organisation and its signatories, two beside each other. Never parted, and never alone on a page.</summary>
internal static class SignatureLayout
{
    private const float Before = 30;
    private const float After = 22.5f;
    private const float AroundColumns = 15;
    private const float BelowRule = 6.5f;
    private const float RuleThickness = 0.5f;
    private static readonly float ColumnGap = PdfStyle.Mm(8);
    private static readonly float ColumnWidth = (PdfStyle.TextWidth - ColumnGap) / 2;

    public static List<FlowItem> Items(Typesetter setter, SignatureBlock signature)
    {
        var items = LineItems.Of(setter.Lines([new Span(signature.Organisation, PdfStyle.Body)], PdfStyle.TextWidth), PdfStyle.Body, PdfStyle.TextLeft);
        items.AddRange(signature.Signatories.Chunk(2).Select(pair => Row([.. pair.Select(person => Lines(setter, person))])));
        items.ForEach(item => (item.Keep, item.After) = (Keep.Hard, AroundColumns));
        items[0].Before = Before;
        items[^1].After = After;
        items[^1].Keep = Keep.None;
        return items;
    }

    private static List<(Line Line, TextStyle Style)> Lines(Typesetter setter, Signatory person) =>
    [
        .. Set(setter, person.Label, PdfStyle.VersionLine),
        .. Set(setter, person.Name, PdfStyle.Body),
        .. Set(setter, person.Role, PdfStyle.VersionLine),
    ];

    private static IEnumerable<(Line Line, TextStyle Style)> Set(Typesetter setter, string text, TextStyle style) =>
        setter.Lines([new Span(text, style)], ColumnWidth).Select(line => (line, style));

    private static FlowItem Row(IReadOnlyList<List<(Line Line, TextStyle Style)>> columns) => new()
    {
        Height = BelowRule + columns.Max(column => column.Sum(line => line.Style.Leading)),
        Draw = (painter, y) =>
        {
            for (var i = 0; i < columns.Count; i++) Column(painter, columns[i], PdfStyle.TextLeft + i * (ColumnWidth + ColumnGap), y);
        },
    };

    private static void Column(Painter painter, List<(Line Line, TextStyle Style)> lines, float left, float y)
    {
        painter.HorizontalRule(left, left + ColumnWidth, y, RuleThickness, PdfStyle.Rule);
        y += BelowRule;
        foreach (var (line, style) in lines)
        {
            painter.Text(line, left, y + style.Baseline);
            y += style.Leading;
        }
    }
}
