using AbuseDesk.Notices.Document;

namespace AbuseDesk.Notices.Pdf;

/// <summary>How the three kinds of table differ. Lengths in points.</summary>
internal sealed record TableLook(float Left, float Width, float Padding, TextStyle Cell)
{
    private const float Rule = 0.5f;

    public float Before { get; init; } = 9;

    public float After { get; init; } = 18;

    /// <summary>Room left of the last column, which may follow a column of figures.</summary>
    public float LastInset { get; init; }

    /// <summary>Style of the first and last column where they only accompany the middle.</summary>
    public TextStyle? Side { get; init; }

    /// <summary>Thickness of a rule above the first row and below the last, where there is no head.</summary>
    public float Frame { get; init; }

    public bool Whole { get; init; } = true;

    public static TableLook Of(TableStyle style) => style switch
    {
        TableStyle.Instants => new(PdfStyle.TextLeft, PdfStyle.TextWidth, 3, PdfStyle.Instant)
        {
            Before = 11,
            After = 9,
            Side = PdfStyle.InstantSide,
            Frame = Rule,
        },
        TableStyle.Annex => new(PdfStyle.HangLeft, PdfStyle.FullWidth, 3.5f, PdfStyle.Table with { QuietEmphasis = true }) { Before = 0, LastInset = 5, Whole = false },
        _ => new(PdfStyle.TextLeft, PdfStyle.TextWidth, 2.5f, PdfStyle.Table),
    };

    public TextStyle StyleOf(int column, int columns, bool sum)
    {
        if (Side is { } side && (column == 0 || column == columns - 1)) return side;
        return sum ? Cell with { Weight = 500 } : Cell;
    }
}
