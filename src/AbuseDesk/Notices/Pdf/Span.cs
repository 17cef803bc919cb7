namespace AbuseDesk.Notices.Pdf;

/// <summary>Text of one style; a fixed-width hash group asks for a gap after it.</summary>
internal readonly record struct Span(string Text, TextStyle Style, string? Link = null)
{
    /// <summary>Points left free after the span, where no space stands in the text.</summary>
    public float GapAfter { get; init; }
}
