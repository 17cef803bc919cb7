using HarfBuzzSharp;
using SkiaSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>A font file opened for shaping (HarfBuzz) and drawing (Skia).</summary>
internal sealed class FontFace
{
    private FontFace(string path, SKTypeface typeface, Font shaper, int unitsPerEm)
    {
        Path = path;
        Typeface = typeface;
        Shaper = shaper;
        UnitsPerEm = unitsPerEm;
    }

    public string Path { get; }

    public SKTypeface Typeface { get; }

    public Font Shaper { get; }

    public int UnitsPerEm { get; }

    public bool Covers(int codepoint) => Shaper.TryGetNominalGlyph(codepoint, out _);

    /// <summary>Null when the file is no font that Skia can read.</summary>
    public static FontFace? TryOpen(string path)
    {
        var typeface = SKTypeface.FromFile(path);
        if (typeface is null) return null;
        using var blob = Blob.FromFile(path);
        var face = new Face(blob, 0);
        var font = new Font(face);
        font.SetFunctionsOpenType();
        return new FontFace(path, typeface, font, face.UnitsPerEm);
    }
}
