using SkiaSharp;

namespace AbuseDesk.Notices.Pdf;

internal enum Family
{
    Serif,
    Sans,
    Mono,
}

/// <summary>A cut of one of the three families of the notice.</summary>
internal readonly record struct FontKey(Family Family, int Weight, bool Italic);

/// <summary>How a run of text is set. Size and leading in points.</summary>
internal readonly record struct TextStyle(Family Family, float Size, float Leading)
{
    // The three families share these proportions, so that one baseline rule serves all.
    private const float Ascent = 1.025f;
    private const float Descent = 0.275f;

    public int Weight { get; init; } = 400;

    public bool Italic { get; init; }

    public SKColor Color { get; init; }

    public int StrongWeight { get; init; }

    public SKColor? StrongColor { get; init; }

    /// <summary>Emphasis steps back in the quiet colour (states in the annexes) instead of standing out in italics.</summary>
    public bool QuietEmphasis { get; init; }

    /// <summary>Figures of one width, for columns of numbers.</summary>
    public bool Tabular { get; init; }

    /// <summary>Points added after every glyph.</summary>
    public float Tracking { get; init; }

    public FontKey Font => new(Family, Weight, Italic);

    /// <summary>From the top of a line to its baseline.</summary>
    public float Baseline => (Leading - (Ascent + Descent) * Size) / 2 + Ascent * Size;
}
