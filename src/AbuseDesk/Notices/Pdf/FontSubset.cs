using System.Buffers.Binary;
using SkiaSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Empties the outlines that a document does not show out of a TrueType font. Glyph numbers stay, so what was
/// shaped with the whole font can be drawn with the reduced one.
/// </summary>
internal static class FontSubset
{
    private static readonly string[] Kept = ["OS/2", "head", "hhea", "hmtx", "maxp", "name"];
    private static readonly string[] Unfit = ["CFF ", "CFF2", "COLR", "CBDT", "SVG ", "sbix", "gvar"];

    /// <summary>Null where the font has other outlines than plain TrueType ones; it is then embedded as it is.</summary>
    public static SKTypeface? Of(SKTypeface font, IReadOnlySet<ushort> glyphs, IReadOnlySet<int> codepoints)
    {
        if (Unfit.Any(tag => font.TryGetTableData(Tag(tag), out _))) return null;
        if (!font.TryGetTableData(Tag("glyf"), out var glyf) || !font.TryGetTableData(Tag("loca"), out var loca)) return null;
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var tag in Kept)
            if (font.TryGetTableData(Tag(tag), out var table)) tables[tag] = table;
        var outlines = new GlyphOutlines(glyf, loca, IsLong(tables["head"]));
        (tables["glyf"], tables["loca"]) = outlines.Keep(glyphs);
        using var map = new SKFont(font);
        tables["cmap"] = CharacterMap.Of([.. codepoints.Order().Select(c => (c, map.GetGlyph(c))).Where(pair => pair.Item2 != 0)]);
        tables["post"] = PostWithoutNames(font);
        BinaryPrimitives.WriteInt16BigEndian(tables["head"].AsSpan(50), 1);
        using var data = SKData.CreateCopy(FontFileWriter.Write(tables));
        return SKTypeface.FromData(data);
    }

    private static bool IsLong(byte[] head) => BinaryPrimitives.ReadInt16BigEndian(head.AsSpan(50)) == 1;

    private static byte[] PostWithoutNames(SKTypeface font)
    {
        var post = new byte[32];
        if (font.TryGetTableData(Tag("post"), out var old)) old.AsSpan(0, 32).CopyTo(post);
        BinaryPrimitives.WriteUInt32BigEndian(post, 0x00030000);
        return post;
    }

    private static uint Tag(string tag) => BinaryPrimitives.ReadUInt32BigEndian(System.Text.Encoding.ASCII.GetBytes(tag));
}
