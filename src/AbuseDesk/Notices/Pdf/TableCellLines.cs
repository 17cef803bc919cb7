namespace AbuseDesk.Notices.Pdf;

internal readonly record struct CellLine(Line Line, TextStyle Style);

/// <summary>A cell set into lines between two edges.</summary>
internal sealed record TableCellLines(float Left, float Right, bool AlignRight, IReadOnlyList<CellLine> Lines)
{
    public float Height => Lines.Sum(line => line.Style.Leading);

    /// <param name="painter">What to draw with.</param>
    /// <param name="y">Top of the first line.</param>
    /// <param name="baseline">From the top of the row's first line to the baseline all cells share.</param>
    public void Draw(Painter painter, float y, float baseline)
    {
        var shift = Lines.Count == 0 ? 0 : baseline - Lines[0].Style.Baseline;
        foreach (var (line, style) in Lines)
        {
            if (AlignRight) painter.TextRight(line, Right, y + shift + style.Baseline);
            else painter.Text(line, Left, y + shift + style.Baseline);
            y += style.Leading;
        }
    }

    /// <summary>A part of the lines, for rows that are higher than a page.</summary>
    public TableCellLines Slice(int from, int count) => this with { Lines = [.. Lines.Skip(from).Take(count)] };
}
