namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Breaks paragraphs into ragged-right lines: as few as possible, their ends as even as possible, and no single
/// word on the last one.
/// </summary>
internal static class LineBreaker
{
    /// <summary>Sums of widths are not exact; a hundredth of a point shows nowhere.</summary>
    private const float Tolerance = 0.02f;
    private const double PerLine = 1e6;
    private const double LonelyWord = 1e3;
    private const double ShortLastLine = 0.1;

    /// <param name="balanced">True evens out all lines, the last included (titles).</param>
    public static IReadOnlyList<Line> Break(TextShaper shaper, IReadOnlyList<Span> spans, float width, bool balanced = false)
    {
        width += Tolerance;
        var units = LineUnit.Of(LongWords.Cut(shaper, Itemizer.Split(shaper, spans), width));
        var lines = new List<Line>();
        for (var start = 0; start < units.Count;)
        {
            var end = start;
            while (end < units.Count - 1 && !units[end].EndsLine) end++;
            BreakParagraph(units.GetRange(start, end - start + 1), width, balanced, lines);
            start = end + 1;
        }

        return lines.Count == 0 ? [Line.Empty] : lines;
    }

    private static void BreakParagraph(List<LineUnit> units, float width, bool balanced, List<Line> lines)
    {
        var target = balanced ? Math.Min(width, Total(units) / Greedy(units, width) + 1) : width;
        var best = new double[units.Count + 1];
        var next = new int[units.Count];
        for (var from = units.Count - 1; from >= 0; from--)
        {
            best[from] = double.MaxValue;
            var used = 0f;
            for (var to = from; to < units.Count; to++)
            {
                used += units[to].Width;
                if (to > from && used > width) break;
                var cost = PerLine + best[to + 1] + Cost(used, target, to == units.Count - 1 && !balanced, to - from + 1, from);
                if (cost < best[from]) (best[from], next[from]) = (cost, to + 1);
                used += units[to].SpaceAfter;
            }
        }

        for (var from = 0; from < units.Count; from = next[from])
            lines.Add(Line.Of([.. units.GetRange(from, next[from] - from).SelectMany(unit => unit.Pieces)]));
    }

    private static double Cost(float used, float target, bool last, int words, int from)
    {
        var slack = (target - used) / target;
        if (!last) return slack * slack;
        if (from == 0) return 0;
        if (words == 1) return LonelyWord + slack;
        return slack > 0.8 ? ShortLastLine * slack : 0;
    }

    private static float Total(List<LineUnit> units) => units.Sum(unit => unit.Width + unit.SpaceAfter);

    private static int Greedy(List<LineUnit> units, float width)
    {
        var lines = 1;
        var used = 0f;
        foreach (var unit in units)
        {
            if (used > 0 && used + unit.Width > width) (lines, used) = (lines + 1, 0);
            used += unit.Width + unit.SpaceAfter;
        }

        return lines;
    }
}
