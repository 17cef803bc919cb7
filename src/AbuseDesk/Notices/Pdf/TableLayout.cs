using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Tables: rows never split, the head row returns on every page, a sum stays with the row above it.</summary>
internal sealed class TableLayout
{
    private const float HeadRule = 0.5f;
    private const float Hairline = 0.25f;
    private const float BelowHead = 3;
    private const float RuleRoom = 0.75f;
    private const int MostLinesInRow = 40;
    private readonly Typesetter _setter;
    private readonly TableBlock _table;
    private readonly TableLook _look;
    private readonly TableColumns _columns;

    private TableLayout(Typesetter setter, TableBlock table)
    {
        _setter = setter;
        _table = table;
        _look = TableLook.Of(table.Style);
        _columns = new(table.Columns, _look, ColumnNeeds.Of(setter, table, _look));
    }

    public static List<FlowItem> Items(Typesetter setter, TableBlock table) => new TableLayout(setter, table).Items();

    private List<FlowItem> Items()
    {
        var items = new List<FlowItem>();
        if (_table.Caption is { } caption) items.AddRange(CaptionLayout.Items(_setter, caption, _look.Left, _look.Width));
        var head = _table.Head is { } row ? Head(row) : null;
        if (head is not null) items.Add(head);
        var first = items.Count;
        for (var i = 0; i < _table.Rows.Count; i++) items.AddRange(Row(i, head));
        KeepTogether(items, first);
        if (items.Count == 0) return items;
        items[0].Before = _look.Before;
        items[^1].After = _look.After;
        items[^1].Keep = Keep.None;
        return items;
    }

    private void KeepTogether(List<FlowItem> items, int firstRow)
    {
        if (_look.Whole)
            foreach (var item in items.Skip(firstRow)) item.Keep = Keep.Soft;
        if (_table.Rows.Count > 1 && _table.Rows[^1].Sum && items.Count - 2 >= firstRow) items[^2].Keep = Keep.Hard;
    }

    private FlowItem Head(TableRow row)
    {
        var cells = Cells(row, _ => PdfStyle.TableHead);
        var height = cells.Select(cell => cell.Height).DefaultIfEmpty().Max();
        return new()
        {
            Height = height + BelowHead,
            Keep = Keep.Hard,
            Draw = (painter, y) =>
            {
                // heads stand on their rule, however many lines they have
                foreach (var cell in cells) cell.Draw(painter, y + height - cell.Height, PdfStyle.TableHead.Baseline);
                painter.HorizontalRule(_look.Left, _look.Left + _look.Width, y + height + BelowHead, HeadRule, PdfStyle.Rule);
            },
        };
    }

    private IEnumerable<FlowItem> Row(int index, FlowItem? head)
    {
        var row = _table.Rows[index];
        var cells = Cells(row, column => _look.StyleOf(column, _columns.Count, row.Sum));
        var lines = Math.Max(1, cells.Select(cell => cell.Lines.Count).DefaultIfEmpty().Max());
        for (var from = 0; from < lines; from += MostLinesInRow)
        {
            var part = lines <= MostLinesInRow ? cells : [.. cells.Select(cell => cell.Slice(from, MostLinesInRow))];
            var item = RowItem(part, from == 0 ? RuleAbove(index) : null, from + MostLinesInRow >= lines ? RuleBelow(index) : null, head);
            if (from == 0 && row.Anchor is { } anchor) item.Anchors.Add(anchor);
            yield return item;
        }
    }

    private FlowItem RowItem(IReadOnlyList<TableCellLines> cells, float? above, float? below, FlowItem? head)
    {
        var baseline = cells.Where(cell => cell.Lines.Count > 0).Select(cell => cell.Lines[0].Style.Baseline).DefaultIfEmpty().Max();
        var height = cells.Select(cell => cell.Height).DefaultIfEmpty().Max() + 2 * _look.Padding + RuleRoom;
        return new()
        {
            Height = height,
            RepeatedHead = head,
            Draw = (painter, y) =>
            {
                if (above is { } thick) Rule(painter, y, thick);
                foreach (var cell in cells) cell.Draw(painter, y + _look.Padding, baseline);
                if (below is { } thin) Rule(painter, y + height, thin);
            },
        };
    }

    private void Rule(Painter painter, float y, float thickness) =>
        painter.HorizontalRule(_look.Left, _look.Left + _look.Width, y, thickness, thickness > Hairline ? PdfStyle.Rule : PdfStyle.Hairline);

    private float? RuleAbove(int index)
    {
        if (_table.Rows[index].Sum) return HeadRule;
        return index == 0 && _look.Frame > 0 ? _look.Frame : null;
    }

    private float? RuleBelow(int index)
    {
        if (_table.Rows[index].Sum) return null;
        var last = index == _table.Rows.Count - 1;
        if (last && _look.Frame > 0) return _look.Frame;
        return !last && _table.Rows[index + 1].Sum ? null : Hairline;
    }

    private List<TableCellLines> Cells(TableRow row, Func<int, TextStyle> styleOf)
    {
        var cells = new List<TableCellLines>();
        var column = 0;
        foreach (var cell in row.Cells)
        {
            if (column >= _columns.Count) break;
            cells.Add(Cell(cell, column, styleOf(column)));
            column += Math.Max(1, cell.Span);
        }

        return cells;
    }

    private TableCellLines Cell(TableCell cell, int column, TextStyle style)
    {
        var (left, right) = _columns.Text(column, cell.Span);
        var lines = cell.Content.Count == 0
            ? []
            : _setter.Lines(cell.Content, style, right - left).Select(line => new CellLine(line, style)).ToList();
        if (cell.Excerpt is { } excerpt)
            lines.AddRange(_setter.Lines(excerpt, PdfStyle.Excerpt, right - left).Select(line => new CellLine(line, PdfStyle.Excerpt)));
        var alignRight = cell.Span <= 1 && _table.Columns[column].Align == Align.Right;
        return new(left, right, alignRight, lines);
    }
}
