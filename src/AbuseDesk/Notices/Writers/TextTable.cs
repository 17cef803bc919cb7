using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Writers;

/// <summary>A table in aligned columns of a fixed-width face.</summary>
internal sealed class TextTable(TableBlock table, TextInlines inlines, int width)
{
    private const int Gap = 2;

    // a column is never squeezed below the words of prose; longer words (URLs) are cut
    private const int LongWord = 24;

    public IEnumerable<string> Write()
    {
        var head = table.Head is null ? null : Texts(table.Head);
        var rows = table.Rows.Select(Texts).ToArray();
        var widths = Widths(head is null ? rows : [head, .. rows]);
        var rule = new string('-', widths.Sum() + Gap * (widths.Length - 1));

        if (head is not null)
        {
            foreach (var line in Row(table.Head!, head, widths))
                yield return line;
        }
        yield return rule;
        for (var i = 0; i < rows.Length; i++)
        {
            if (table.Rows[i].Sum)
                yield return rule;
            foreach (var line in Row(table.Rows[i], rows[i], widths))
                yield return line;
            // rows of several lines are told apart by an empty one
            if (table.Style == TableStyle.Annex && i + 1 < rows.Length && !table.Rows[i + 1].Sum)
                yield return "";
        }
        if (table.Style == TableStyle.Instants)
            yield return rule;
    }

    private string[] Texts(TableRow row) =>
        [.. row.Cells.Select(cell => inlines.Write(cell.Content) + (cell.Excerpt is null ? "" : "\n" + inlines.Write(cell.Excerpt)))];

    // natural widths, then the widest gives way until the table fits or no word can be parted
    private int[] Widths(string[][] rows)
    {
        var whole = rows.Where(row => row.Length == table.Columns.Count).ToArray();
        var widths = Enumerable.Range(0, table.Columns.Count).Select(i => whole.Max(row => TextLines.LongestLine(row[i]))).ToArray();
        var least = Enumerable.Range(0, table.Columns.Count).Select(i => Math.Min(LongWord, whole.Max(row => TextLines.LongestWord(row[i])))).ToArray();
        while (widths.Sum() + Gap * (widths.Length - 1) > width)
        {
            var widest = Enumerable.Range(0, widths.Length).Where(i => widths[i] > least[i]).OrderByDescending(i => widths[i]).Cast<int?>().FirstOrDefault();
            if (widest is not { } column)
                break;
            widths[column]--;
        }
        return widths;
    }

    private IEnumerable<string> Row(TableRow row, string[] texts, int[] widths)
    {
        var cells = new List<(int Width, Align Align, IReadOnlyList<string> Lines)>();
        var column = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            var span = row.Cells[i].Span;
            var cell = widths.Skip(column).Take(span).Sum() + Gap * (span - 1);
            cells.Add((cell, span > 1 ? Align.Left : table.Columns[column].Align, TextLines.Wrap(texts[i], cell)));
            column += span;
        }
        for (var line = 0; line < cells.Max(cell => cell.Lines.Count); line++)
        {
            yield return string.Join(new string(' ', Gap), cells.Select(cell =>
                Pad(line < cell.Lines.Count ? cell.Lines[line] : "", cell.Width, cell.Align))).TrimEnd(' ');
        }
    }

    private static string Pad(string text, int width, Align align) =>
        align == Align.Right ? text.PadLeft(width) : text.PadRight(width);
}
