using System.Text;
using SkiaSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Glyphs of one font with the text they stand for, so that a reader of the file finds the words again.</summary>
internal sealed record GlyphRun(FontFace Face, TextStyle Style, ushort[] Glyphs, SKPoint[] Positions, byte[] Utf8, uint[] Clusters)
{
    /// <summary>Points that each glyph advances by itself.</summary>
    public required float[] Advances { get; init; }

    public bool RightToLeft { get; init; }
}

/// <summary>Joins the pieces of a line into as few runs as fonts and directions allow.</summary>
internal static class GlyphRuns
{
    public static IEnumerable<(GlyphRun Run, float X)> Of(Line line)
    {
        for (var start = 0; start < line.Pieces.Count;)
        {
            var end = start + 1;
            while (end < line.Pieces.Count && Joins(line.Pieces[start].Piece, line.Pieces[end].Piece)) end++;
            var pieces = line.Pieces.Skip(start).Take(end - start).ToList();
            start = end;
            if (pieces.TrueForAll(piece => piece.Piece.Shape.Glyphs.Length == 0)) continue;
            foreach (var run in EvenRuns.Of(Join(pieces))) yield return (run.Run, pieces[0].X + run.X);
        }
    }

    /// <summary>Areas that link, as offsets in the line, with the size of their text.</summary>
    public static IEnumerable<(string Target, float From, float To, float Size)> Links(Line line)
    {
        for (var start = 0; start < line.Pieces.Count;)
        {
            var (piece, from) = line.Pieces[start];
            var end = start + 1;
            while (end < line.Pieces.Count && line.Pieces[end].Piece.Span.Link == piece.Span.Link) end++;
            var (last, x) = line.Pieces[end - 1];
            if (piece.Span.Link is { } target) yield return (target, from, x + last.Width - last.Span.GapAfter, piece.Span.Style.Size);
            start = end;
        }
    }

    private static bool Joins(Piece first, Piece next) =>
        next.Face == first.Face && !next.RightToLeft && !first.RightToLeft && next.Span.Style.Size == first.Span.Style.Size
        && next.Span.Style.Color == first.Span.Style.Color && next.Span.Style.Tracking == first.Span.Style.Tracking;

    private static GlyphRun Join(List<(Piece Piece, float X)> pieces)
    {
        var glyphs = new List<ushort>();
        var positions = new List<SKPoint>();
        var clusters = new List<uint>();
        var advances = new List<float>();
        var text = new StringBuilder();
        foreach (var (piece, x) in pieces)
        {
            var before = Encoding.UTF8.GetByteCount(text.ToString());
            for (var i = 0; i < piece.Shape.Glyphs.Length; i++)
            {
                glyphs.Add(piece.Shape.Glyphs[i]);
                advances.Add(piece.Shape.Nominal[i] * piece.Scale);
                positions.Add(Position(piece, i, x - pieces[0].X));
                clusters.Add((uint)(before + Encoding.UTF8.GetByteCount(piece.Text.AsSpan(0, piece.Shape.Clusters[i]))));
            }

            _ = text.Append(piece.Text);
        }

        var (first, _) = pieces[0];
        return new(first.Face, first.Span.Style, [.. glyphs], [.. positions], Encoding.UTF8.GetBytes(text.ToString()), [.. clusters])
        {
            Advances = [.. advances],
            RightToLeft = first.RightToLeft,
        };
    }

    private static SKPoint Position(Piece piece, int glyph, float x) => new(
        x + piece.Shape.X[glyph] * piece.Scale + glyph * piece.Span.Style.Tracking, piece.Shape.Y[glyph] * piece.Scale);
}
