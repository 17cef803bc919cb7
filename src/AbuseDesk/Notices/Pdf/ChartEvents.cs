using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>The line of events under the bars. Labels that would touch move apart; when that is not enough, to further rows.</summary>
internal sealed class ChartEvents
{
    private const float HalfTick = 3;
    private const float FirstBaseline = 13;
    private const float RowHeight = 21;
    private const float LineHeight = 9;
    private const float LeastGap = 5;
    private const float FarthestShift = 18;
    private const int MostRows = 4;
    private readonly List<Label> _labels;
    private readonly int _rows;

    public ChartEvents(Typesetter setter, IReadOnlyList<ChartEvent> events, float week)
    {
        _labels = [.. events.OrderBy(e => e.Position).Select(e => new Label(
            (float)Math.Clamp(e.Position * week, 0, PdfStyle.TextWidth),
            setter.Word(e.Date, PdfStyle.ChartValue),
            setter.Word(e.Word, PdfStyle.Chart)))];
        for (_rows = 1; _rows < MostRows; _rows++)
            if (Place(_rows)) break;
        if (_rows == MostRows) Place(_rows);
    }

    public float Height => _labels.Count == 0 ? 0 : FirstBaseline + (_rows - 1) * RowHeight + LineHeight + 2;

    private sealed class Label(float x, Line date, Line word)
    {
        public float X => x;

        public Line Date => date;

        public Line Word => word;

        public float Width => Math.Max(date.Width, word.Width);

        public float Center { get; set; }

        public int Row { get; set; }
    }

    public void Draw(Painter painter, float y)
    {
        if (_labels.Count == 0) return;
        painter.HorizontalRule(PdfStyle.TextLeft, PdfStyle.Right, y, 0.5f, PdfStyle.Hairline);
        foreach (var label in _labels) DrawMark(painter, label, y);
        foreach (var label in _labels) DrawWords(painter, label, y + FirstBaseline + label.Row * RowHeight);
    }

    private static void DrawMark(Painter painter, Label label, float y)
    {
        var x = PdfStyle.TextLeft + label.X;
        var bottom = y + FirstBaseline + label.Row * RowHeight - LineHeight + 1;
        if (label.Row > 0) painter.Fill(new(x - 0.125f, y, x + 0.125f, bottom), PdfStyle.Hairline);
        painter.Fill(new(x - 0.375f, y - HalfTick, x + 0.375f, y + HalfTick), PdfStyle.Ink);
    }

    /// <summary>On white, so that the thin lines to labels further down pass behind.</summary>
    private static void DrawWords(Painter painter, Label label, float baseline)
    {
        var center = PdfStyle.TextLeft + label.Center;
        var half = label.Width / 2 + 1;
        painter.Fill(new(center - half, baseline - LineHeight + 2, center + half, baseline + LineHeight + 2), SkiaSharp.SKColors.White);
        painter.Text(label.Date, center - label.Date.Width / 2, baseline);
        painter.Text(label.Word, center - label.Word.Width / 2, baseline + LineHeight);
    }

    private bool Place(int rows)
    {
        var ends = new float[rows];
        foreach (var label in _labels)
        {
            var start = Math.Min(label.X, PdfStyle.TextWidth - label.Width / 2) - label.Width / 2;
            label.Row = Math.Max(0, Array.FindIndex(ends, end => end <= start));
            if (ends[label.Row] > start) label.Row = Array.IndexOf(ends, ends.Min());
            ends[label.Row] = Math.Max(ends[label.Row], start) + label.Width + LeastGap;
        }

        for (var row = 0; row < rows; row++) Spread([.. _labels.Where(label => label.Row == row)]);
        return _labels.TrueForAll(label => Math.Abs(label.Center - label.X) <= Math.Max(FarthestShift, label.Width / 2));
    }

    /// <summary>From the right edge leftwards, then from the left: no two touch, none leaves the column if there is room.</summary>
    private static void Spread(List<Label> labels)
    {
        var limit = PdfStyle.TextWidth;
        for (var i = labels.Count - 1; i >= 0; i--)
        {
            labels[i].Center = Math.Min(labels[i].X, limit - labels[i].Width / 2);
            limit = labels[i].Center - labels[i].Width / 2 - LeastGap;
        }

        limit = 0;
        foreach (var label in labels)
        {
            label.Center = Math.Max(label.Center, limit + label.Width / 2);
            limit = label.Center + label.Width / 2 + LeastGap;
        }
    }
}
