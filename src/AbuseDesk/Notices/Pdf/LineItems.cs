namespace AbuseDesk.Notices.Pdf;

/// <summary>Makes the lines of a paragraph into items that page breaks respect.</summary>
internal static class LineItems
{
    /// <summary>Paragraphs up to this many lines stay whole; longer ones keep two lines on each side of a break.</summary>
    private const int WholeUpTo = 3;

    public static List<FlowItem> Of(IReadOnlyList<Line> lines, TextStyle style, float left, Action<Painter, float>? first = null)
    {
        var items = new List<FlowItem>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var beside = i == 0 ? first : null;
            items.Add(new FlowItem
            {
                Height = style.Leading,
                Keep = i == lines.Count - 1 || MayEndPageAfter(i, lines.Count) ? Keep.None : Keep.Hard,
                Draw = (painter, y) =>
                {
                    beside?.Invoke(painter, y + style.Baseline);
                    painter.Text(line, left, y + style.Baseline);
                },
            });
        }

        return items;
    }

    private static bool MayEndPageAfter(int line, int count) => count > WholeUpTo && line >= 1 && line <= count - 3;
}
