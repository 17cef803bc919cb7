namespace AbuseDesk.Notices.Pdf;

/// <summary>What a line takes or leaves as a whole: pieces up to the next place to break, and the space after them.</summary>
internal sealed class LineUnit
{
    public List<Piece> Pieces { get; } = [];

    public float Width { get; private set; }

    public float SpaceAfter { get; private set; }

    public bool EndsLine { get; private set; }

    public static List<LineUnit> Of(IReadOnlyList<Piece> pieces)
    {
        var units = new List<LineUnit>();
        var open = false;
        foreach (var piece in pieces)
        {
            if (!open && (piece.Kind == PieceKind.Word || units.Count == 0 || units[^1].EndsLine)) units.Add(new LineUnit());
            units[^1].Take(piece);
            open = piece.Kind == PieceKind.Word && !piece.BreakAfter;
        }

        return units;
    }

    private void Take(Piece piece)
    {
        Pieces.Add(piece);
        EndsLine = piece.Kind == PieceKind.NewLine;
        if (piece.Kind == PieceKind.Word) Width += piece.Width;
        if (piece.Kind == PieceKind.Space) SpaceAfter += piece.Width;
    }
}
