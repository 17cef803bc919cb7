using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Where the columns of a table stand.</summary>
internal sealed class TableColumns
{
    private const float Gutter = 8;

    /// <summary>A column with a longer word than its width times this has a word that is better cut (a URL).</summary>
    private const float MostGrowth = 1.5f;
    private readonly float[] _edges;
    private readonly TableLook _look;

    /// <param name="columns">The columns as the document asks for them.</param>
    /// <param name="look">Place and width of the table.</param>
    /// <param name="needs">What the text of each column needs.</param>
    public TableColumns(IReadOnlyList<Column> columns, TableLook look, ColumnNeeds needs)
    {
        _look = look;
        var widths = Asked(columns, look.Width);
        Widen(widths, needs);
        _edges = new float[columns.Count + 1];
        _edges[0] = look.Left;
        for (var i = 0; i < columns.Count; i++) _edges[i + 1] = _edges[i] + widths[i];
    }

    public int Count => _edges.Length - 1;

    /// <summary>Left and right edge of the text in a cell that spans columns.</summary>
    public (float Left, float Right) Text(int first, int span)
    {
        var last = Math.Min(first + Math.Max(span, 1), Count);
        return (_edges[first] + Inset(first, Count), _edges[last] - (last == Count ? 0 : Gutter));
    }

    private float Inset(int column, int count) => column == count - 1 && column > 0 ? _look.LastInset : 0;

    private static float[] Asked(IReadOnlyList<Column> columns, float width)
    {
        var given = columns.Sum(column => PdfStyle.Mm(column.WidthMillimetres ?? 0));
        var open = columns.Count(column => column.WidthMillimetres is null);
        var share = open == 0 ? 0 : Math.Max(0, width - given) / open;
        // columns that ask for more than there is share what there is
        var scale = given > width || open == 0 ? width / given : 1;
        return [.. columns.Select(column => column.WidthMillimetres is { } asked ? PdfStyle.Mm(asked) * scale : share)];
    }

    /// <summary>
    /// A column too narrow for its longest word takes room from those that need none of it to stay on one line, then
    /// from those that have most to spare.
    /// </summary>
    private void Widen(float[] widths, ColumnNeeds needs)
    {
        var count = widths.Length;
        float Extra(int column) => column == count - 1 ? Inset(column, count) : Gutter;
        for (var i = 0; i < count; i++)
        {
            var wanted = needs.Word[i] + Extra(i);
            if (wanted > Math.Max(widths[i], 3 * Gutter) * MostGrowth) continue;
            Take(widths, i, wanted, column => widths[column] - needs.Whole[column] - Extra(column));
            Take(widths, i, wanted, column => widths[column] - needs.Word[column] - Extra(column));
        }
    }

    private static void Take(float[] widths, int column, float wanted, Func<int, float> spare)
    {
        if (wanted <= widths[column]) return;
        var donor = Enumerable.Range(0, widths.Length).MaxBy(spare);
        var given = Math.Clamp(spare(donor), 0, wanted - widths[column]);
        widths[donor] -= given;
        widths[column] += given;
    }
}
