namespace AbuseDesk.Notices.Pdf;

/// <summary>The glyphs and code points of each font that a document shows, so that only these are embedded.</summary>
internal sealed class GlyphUse
{
    private readonly Dictionary<FontFace, (HashSet<ushort> Glyphs, HashSet<int> Codepoints)> _fonts = [];

    public IEnumerable<FontFace> Fonts => _fonts.Keys;

    public IReadOnlySet<ushort> Glyphs(FontFace face) => _fonts[face].Glyphs;

    public IReadOnlySet<int> Codepoints(FontFace face) => _fonts[face].Codepoints;

    public void Add(FontFace face, ReadOnlySpan<ushort> glyphs, string text)
    {
        if (!_fonts.TryGetValue(face, out var used)) _fonts[face] = used = ([], []);
        foreach (var glyph in glyphs) used.Glyphs.Add(glyph);
        foreach (var rune in text.EnumerateRunes()) used.Codepoints.Add(rune.Value);
    }
}
