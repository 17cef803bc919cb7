using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Points that each column of a table needs so that no word of it is cut, and so that nothing of it wraps.</summary>
internal sealed record ColumnNeeds(float[] Word, float[] Whole)
{
    public static ColumnNeeds Of(Typesetter setter, TableBlock table, TableLook look)
    {
        var columns = table.Columns.Count;
        var needs = new ColumnNeeds(new float[columns], new float[columns]);
        if (table.Head is { } head) needs.Measure(setter, head, _ => PdfStyle.TableHead);
        foreach (var row in table.Rows) needs.Measure(setter, row, column => look.StyleOf(column, columns, row.Sum));
        return needs;
    }

    private void Measure(Typesetter setter, TableRow row, Func<int, TextStyle> styleOf)
    {
        var column = 0;
        foreach (var cell in row.Cells)
        {
            if (column >= Word.Length) break;
            if (cell.Span <= 1)
            {
                var (word, whole) = setter.Widths(cell.Content, styleOf(column));
                Word[column] = Math.Max(Word[column], word);
                Whole[column] = Math.Max(Whole[column], whole);
            }

            column += Math.Max(1, cell.Span);
        }
    }
}
