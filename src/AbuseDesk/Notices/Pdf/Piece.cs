namespace AbuseDesk.Notices.Pdf;

internal enum PieceKind
{
    Word,
    Space,
    NewLine,
}

/// <summary>Text of one style, font and direction, cut so that a line may only break after it where it says so.</summary>
internal sealed record Piece(string Text, Span Span, FontFace Face, byte Level, PieceKind Kind)
{
    public bool BreakAfter { get; init; }

    public required ShapedRun Shape { get; init; }

    public bool RightToLeft => (Level & 1) == 1;

    public float Scale => Span.Style.Size / Face.UnitsPerEm;

    public float Width => Shape.Advance * Scale + Shape.Glyphs.Length * Span.Style.Tracking + Span.GapAfter;
}

/// <summary>Glyphs in visual order, in font units; clusters are indices into the text that was shaped.</summary>
internal sealed record ShapedRun(ushort[] Glyphs, int[] Clusters, int[] X, int[] Y, int Advance)
{
    /// <summary>What each glyph would advance without kerning.</summary>
    public required int[] Nominal { get; init; }
}
