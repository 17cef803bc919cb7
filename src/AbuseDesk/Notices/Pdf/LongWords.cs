using System.Globalization;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Cuts what is wider than its line, so that nothing ever runs past the column: after the marks of a URL where
/// possible, else between any two characters.
/// </summary>
internal static class LongWords
{
    public static IReadOnlyList<Piece> Cut(TextShaper shaper, IReadOnlyList<Piece> pieces, float width)
    {
        var units = LineUnit.Of(pieces);
        if (units.TrueForAll(unit => unit.Width <= width)) return pieces;
        return [.. units.SelectMany(unit => unit.Width <= width ? unit.Pieces : CutUnit(shaper, unit, width))];
    }

    private static IEnumerable<Piece> CutUnit(TextShaper shaper, LineUnit unit, float width)
    {
        var x = 0f;
        foreach (var piece in unit.Pieces)
        {
            var fits = x + piece.Width <= width;
            if (fits || piece.Width <= width / 2)
            {
                // a break before this piece is one after the piece before it; several short pieces may each take one
                x = fits ? x + piece.Width : piece.Width;
                yield return piece with { BreakAfter = true };
                continue;
            }

            foreach (var part in CutPiece(shaper, piece, width)) yield return part;
            x = 0;
        }
    }

    private static IEnumerable<Piece> CutPiece(TextShaper shaper, Piece piece, float width)
    {
        var rest = piece.Text;
        while (rest.Length > 0)
        {
            var length = Fitting(shaper, piece, rest, width);
            yield return Part(shaper, piece, rest[..length]) with { BreakAfter = true };
            rest = rest[length..];
        }
    }

    private static int Fitting(TextShaper shaper, Piece piece, string text, float width)
    {
        var length = 0;
        var mark = 0;
        while (length < text.Length)
        {
            var next = length + StringInfo.GetNextTextElementLength(text.AsSpan(length));
            if (length > 0 && Part(shaper, piece, text[..next]).Width > width) return mark > text.Length / 8 && mark > length / 2 ? mark : length;
            length = next;
            if (BreakRules.IsUrlMark(text[length - 1])) mark = length;
        }

        return length;
    }

    private static Piece Part(TextShaper shaper, Piece piece, string text) =>
        piece with { Text = text, Shape = shaper.Shape(piece.Face, text, piece.RightToLeft, piece.Span.Style.Tabular) };
}
