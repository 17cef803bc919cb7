using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Turns inlines into styled spans. A line break becomes "\n".</summary>
internal sealed class InlineSpans(Func<string, string> pageOfAnchor)
{
    public IReadOnlyList<Span> Of(IReadOnlyList<Inline> inlines, TextStyle style)
    {
        var spans = new List<Span>();
        Add(spans, inlines, style, null);
        return spans;
    }

    private void Add(List<Span> spans, IReadOnlyList<Inline> inlines, TextStyle style, string? link)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextRun run: spans.Add(new(run.Value, style, link)); break;
                case LineBreak: spans.Add(new("\n", style)); break;
                case Strong strong: Add(spans, strong.Content, Stronger(style), link); break;
                case Emphasis emphasis: Add(spans, emphasis.Content, Emphasised(style), link); break;
                case Link inner: Add(spans, inner.Content, style with { Color = PdfStyle.Accent }, inner.Target); break;
                case HashRun hash: spans.AddRange(Groups(hash.Sha256, style, link)); break;
                case PageReference page: spans.Add(new(page.Before + pageOfAnchor(page.Anchor) + page.After, style, link)); break;
                default: throw new InvalidOperationException($"The PDF writer does not know the inline {inline.GetType().Name}.");
            }
        }
    }

    private static TextStyle Stronger(TextStyle style) =>
        style with { Weight = style.StrongWeight, Color = style.StrongColor ?? style.Color };

    private static TextStyle Emphasised(TextStyle style) =>
        style.QuietEmphasis ? style with { Color = PdfStyle.Quiet } : style with { Italic = !style.Italic };

    private static IEnumerable<Span> Groups(string hash, TextStyle style, string? link)
    {
        var mono = style with { Family = Family.Mono, Size = PdfStyle.HashSize, Weight = 400, Tabular = false };
        var groups = hash.Chunk(8).Select(group => new string(group)).ToList();
        return groups.Select((group, i) => new Span(group, mono, link) { GapAfter = i < groups.Count - 1 ? PdfStyle.HashGap : 0 });
    }
}
