using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Sets inlines and plain words into lines; what every block is made with.</summary>
internal sealed class Typesetter(TextShaper shaper, InlineSpans spans)
{
    public IReadOnlyList<Line> Lines(IReadOnlyList<Inline> content, TextStyle style, float width, bool balanced = false) =>
        LineBreaker.Break(shaper, spans.Of(content, style), width, balanced);

    public IReadOnlyList<Line> Lines(IReadOnlyList<Span> content, float width) => LineBreaker.Break(shaper, content, width);

    /// <summary>Width of the widest part that a line takes as a whole, and of the text on one line.</summary>
    public (float Word, float Whole) Widths(IReadOnlyList<Inline> content, TextStyle style)
    {
        var (word, whole, line) = (0f, 0f, 0f);
        foreach (var unit in LineUnit.Of(Itemizer.Split(shaper, spans.Of(content, style))))
        {
            word = Math.Max(word, unit.Width);
            whole = Math.Max(whole, line + unit.Width);
            line = unit.EndsLine ? 0 : line + unit.Width + unit.SpaceAfter;
        }

        return (word, whole);
    }

    public IReadOnlyList<Span> Spans(IReadOnlyList<Inline> content, TextStyle style) => spans.Of(content, style);

    /// <summary>Words that stay on one line whatever their width.</summary>
    public Line Word(string text, TextStyle style, string? link = null) =>
        Line.Of(Itemizer.Split(shaper, [new Span(text.Replace(' ', '\u00a0'), style, link)]));
}
