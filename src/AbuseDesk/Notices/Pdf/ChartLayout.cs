using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Stacked bars by period over a row of dated events. Lengths in points from the chart's top left corner.</summary>
internal sealed class ChartLayout
{
    private const float BarGap = 12;
    private const float HighestBar = 87;
    private const float BarsTop = 19;
    private const float LegendBaseline = 13.2f;
    private const float LegendBox = 7;
    private const float BelowAxis = 12;
    private const float AxisToEvents = 22;
    private const float LeastLabelGap = 4;
    private readonly Typesetter _setter;
    private readonly ChartBlock _chart;
    private readonly float _slot;
    private readonly float _axis;
    private readonly float _unit;
    private readonly ChartEvents _events;
    private readonly ChartWeek? _highest;
    private readonly bool _showAll;

    private ChartLayout(Typesetter setter, ChartBlock chart)
    {
        _setter = setter;
        _chart = chart;
        _slot = PdfStyle.TextWidth / Math.Max(1, chart.Weeks.Count);
        _highest = chart.Weeks.MaxBy(Total);
        var most = Math.Max(1, _highest is null ? 0 : Total(_highest));
        // where not all figures find room the highest alone gives the scale
        _showAll = Figure(most).Width + 1 < _slot;
        _unit = HighestBar / most;
        _axis = BarsTop + HighestBar + (LegendIsInTheWay() ? 2 * LegendBox : 0);
        _events = new(setter, chart.Events, _slot);
    }

    public static List<FlowItem> Items(Typesetter setter, ChartBlock chart)
    {
        var items = CaptionLayout.Items(setter, chart.Caption, PdfStyle.TextLeft, PdfStyle.TextWidth);
        items[0].Before = 9;
        items.Add(new ChartLayout(setter, chart).Item());
        return items;
    }

    private FlowItem Item()
    {
        var legend = Legend();
        var labels = _chart.Weeks.Select(week => (Week: _setter.Word(week.Label, PdfStyle.Chart), Value: Figure(Total(week)))).ToList();
        return new()
        {
            Height = _axis + AxisToEvents + _events.Height,
            After = 18,
            Draw = (painter, y) =>
            {
                DrawLegend(painter, legend, y);
                for (var i = 0; i < labels.Count; i++) DrawBar(painter, i, labels[i].Value, y + _axis);
                DrawWeeks(painter, [.. labels.Select(label => label.Week)], y + _axis + BelowAxis);
                painter.HorizontalRule(PdfStyle.TextLeft, PdfStyle.Right, y + _axis, 0.5f, PdfStyle.Rule);
                _events.Draw(painter, y + _axis + AxisToEvents);
            },
        };
    }

    private static int Total(ChartWeek week) => week.StillUp + week.Removed;

    private Line Figure(int value) =>
        _setter.Word(value.ToString(System.Globalization.CultureInfo.InvariantCulture), PdfStyle.ChartValue);

    private List<(Line Line, SkiaSharp.SKColor Color)> Legend() =>
    [
        (_setter.Word(_chart.Legend.StillUp, PdfStyle.Chart), PdfStyle.Accent),
        (_setter.Word(_chart.Legend.Removed, PdfStyle.Chart), PdfStyle.ChartGrey),
    ];

    private float LegendWidth() => Legend().Sum(entry => LegendBox + 4 + entry.Line.Width + 11);

    private bool LegendIsInTheWay() =>
        _chart.Weeks.Where((week, i) => i * _slot < LegendWidth() && Total(week) * _unit > HighestBar - LegendBox - 4).Any();

    private static void DrawLegend(Painter painter, List<(Line Line, SkiaSharp.SKColor Color)> legend, float y)
    {
        var x = PdfStyle.TextLeft;
        foreach (var (line, color) in legend)
        {
            painter.Fill(new(x, y + LegendBaseline - 6.2f, x + LegendBox, y + LegendBaseline + 0.8f), color);
            painter.Text(line, x + LegendBox + 4, y + LegendBaseline);
            x += LegendBox + 4 + line.Width + 11;
        }
    }

    private void DrawBar(Painter painter, int index, Line value, float axis)
    {
        var week = _chart.Weeks[index];
        var gap = Math.Min(BarGap, _slot / 3);
        var left = PdfStyle.TextLeft + index * _slot + gap / 2;
        var right = left + _slot - gap;
        var middle = axis - week.StillUp * _unit;
        var top = axis - Total(week) * _unit;
        if (week.StillUp > 0) painter.Fill(new(left, middle, right, axis), PdfStyle.Accent);
        if (week.Removed > 0) painter.Fill(new(left, top, right, middle), PdfStyle.ChartGrey);
        if (_showAll || week == _highest) painter.Text(value, (left + right - value.Width) / 2, top - 4);
    }

    /// <summary>Where the names of periods would touch, only every second, third … stands; one that the edge pushes against its neighbour is left out.</summary>
    private void DrawWeeks(Painter painter, IReadOnlyList<Line> labels, float baseline)
    {
        var widest = labels.Select(label => label.Width).DefaultIfEmpty().Max();
        var step = Math.Max(1, (int)Math.Ceiling((widest + LeastLabelGap) / _slot));
        var end = float.NegativeInfinity;
        for (var i = 0; i < labels.Count; i += step)
        {
            var left = Math.Clamp((i + 0.5f) * _slot - labels[i].Width / 2, 0, Math.Max(0, PdfStyle.TextWidth - labels[i].Width));
            if (left < end + LeastLabelGap) continue;
            painter.Text(labels[i], PdfStyle.TextLeft + left, baseline);
            end = left + labels[i].Width;
        }
    }
}
