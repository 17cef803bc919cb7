using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Cuts spans into pieces of one style, font, script and direction, and marks where lines may break.</summary>
internal sealed class Itemizer(TextShaper shaper)
{
    private readonly List<Piece> _pieces = [];
    private readonly StringBuilder _text = new();
    private Cluster _last;

    private readonly record struct Cluster(Span Span, FontFace Face, byte Level, PieceKind Kind, Script Script);

    public static IReadOnlyList<Piece> Split(TextShaper shaper, IReadOnlyList<Span> spans)
    {
        var itemizer = new Itemizer(shaper);
        itemizer.Add([.. spans.Select(span => span with { Text = TextCleaning.Clean(span.Text) })]);
        itemizer.End(false);
        return itemizer._pieces;
    }

    private void Add(IReadOnlyList<Span> spans)
    {
        var all = string.Concat(spans.Select(span => span.Text));
        var levels = Bidi.Levels(all);
        var start = 0;
        var before = "";
        FontFace? previous = null;
        foreach (var span in spans)
        {
            foreach (var cluster in Clusters(span.Text))
            {
                var next = Describe(span, cluster, levels[start], previous, out var shown);
                if (_text.Length > 0 && MustCut(next, before, cluster)) End(MayBreak(before, cluster));
                _last = next;
                _text.Append(shown);
                previous = next.Face;
                before = cluster;
                start += cluster.Length;
            }

            if (span.GapAfter > 0) End(false);
        }
    }

    private static IEnumerable<string> Clusters(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(i));
            yield return text.Substring(i, length);
            i += length;
        }
    }

    private Cluster Describe(Span span, string cluster, byte level, FontFace? previous, out string shown)
    {
        shown = cluster;
        var kind = cluster switch { " " => PieceKind.Space, "\n" or "\r\n" => PieceKind.NewLine, _ => PieceKind.Word };
        var wanted = shaper.Fonts.Get(span.Style.Font);
        if (kind != PieceKind.Word) return new(span, wanted, level, kind, Script.Common);
        var codepoints = cluster.EnumerateRunes().Where(IsVisible).Select(rune => rune.Value).ToArray();
        var script = codepoints.Length == 0 ? Script.Common : UnicodeFunctions.Default.GetScript(codepoints[0]);
        var face = codepoints.Length == 0 ? null : shaper.Fonts.Find(span.Style.Font, cluster, codepoints, previous);
        if (codepoints.Length == 0) shown = "";
        else if (face is null) (face, shown) = WithoutMarks(span, codepoints, previous);
        return new(span, face ?? wanted, level, kind, script);
    }

    /// <summary>No font has the cluster as a whole: its base alone, or a mark in its place; what is left out is reported.</summary>
    private (FontFace? Face, string Shown) WithoutMarks(Span span, int[] codepoints, FontFace? previous)
    {
        if (shaper.Fonts.Find(span.Style.Font, "", codepoints.AsSpan(0, 1), previous) is { } face)
        {
            shaper.Missing.UnionWith(codepoints.Where(codepoint => !face.Covers(codepoint)));
            return (face, string.Concat(codepoints.Where(face.Covers).Select(char.ConvertFromUtf32)));
        }

        shaper.Missing.UnionWith(codepoints);
        return (null, shaper.Fonts.Get(span.Style.Font).Covers(0xfffd) ? "\ufffd" : "?");
    }

    private bool MustCut(Cluster next, string before, string cluster) =>
        next.Span != _last.Span || next.Face != _last.Face || next.Level != _last.Level || next.Kind != _last.Kind
        || next.Kind == PieceKind.NewLine || MayBreak(before, cluster)
        || (next.Script != _last.Script && !IsNeutral(next.Script) && !IsNeutral(_last.Script));

    private bool MayBreak(string before, string cluster) =>
        _last.Kind != PieceKind.Word || (cluster is not (" " or "\n") && BreakRules.Between(before, cluster));

    private static bool IsNeutral(Script script) => script == Script.Common || script == Script.Inherited;

    private static bool IsVisible(Rune rune) => rune.Value is not (0x034f or 0x200b or 0x200c or 0x200d or (>= 0x2060 and <= 0x2064) or Bidi.Isolate or Bidi.EndOfIsolate)
        and not (>= 0xfe00 and <= 0xfe0f) and not (>= 0xe0000 and <= 0xe01ef);

    private void End(bool breakAfter)
    {
        if (_text.Length == 0) return;
        var text = _last.Kind == PieceKind.NewLine ? "" : _text.ToString();
        var shape = shaper.Shape(_last.Face, text, (_last.Level & 1) == 1, _last.Span.Style.Tabular);
        _pieces.Add(new(text, _last.Span, _last.Face, _last.Level, _last.Kind) { Shape = shape, BreakAfter = breakAfter || _last.Kind != PieceKind.Word });
        _ = _text.Clear();
    }
}
