using SkiaSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>The fonts as one document embeds them: reduced to the glyphs it shows.</summary>
internal sealed class DocumentFonts : IDisposable
{
    private readonly Dictionary<FontFace, SKTypeface> _typefaces = [];
    private readonly List<SKTypeface> _owned = [];

    public DocumentFonts(GlyphUse use)
    {
        foreach (var face in use.Fonts)
        {
            var subset = FontSubset.Of(face.Typeface, use.Glyphs(face), use.Codepoints(face));
            if (subset is not null) _owned.Add(subset);
            _typefaces[face] = subset ?? face.Typeface;
        }
    }

    public SKFont Font(FontFace face, float size) => new(_typefaces[face], size)
    {
        Subpixel = true,
        LinearMetrics = true,
        Hinting = SKFontHinting.None,
    };

    public void Dispose() => _owned.ForEach(typeface => typeface.Dispose());
}
