namespace AbuseDesk.Notices.Pdf;

/// <summary>A set line: its pieces from left to right with their offsets.</summary>
internal sealed class Line
{
    private Line(IReadOnlyList<(Piece Piece, float X)> pieces, float width)
    {
        Pieces = pieces;
        Width = width;
    }

    public static Line Empty { get; } = new([], 0);

    public IReadOnlyList<(Piece Piece, float X)> Pieces { get; }

    public float Width { get; }

    /// <summary>Sets pieces given in reading order; spaces at both ends are dropped.</summary>
    public static Line Of(IReadOnlyList<Piece> logical)
    {
        var first = 0;
        var last = logical.Count;
        while (first < last && logical[first].Kind != PieceKind.Word) first++;
        while (last > first && logical[last - 1].Kind != PieceKind.Word) last--;
        var kept = logical.Skip(first).Take(last - first).ToList();
        var x = 0f;
        var placed = new List<(Piece, float)>(kept.Count);
        foreach (var index in Bidi.VisualOrder([.. kept.Select(piece => piece.Level)]))
        {
            placed.Add((kept[index], x));
            x += kept[index].Width;
        }

        return new(placed, x);
    }
}
