using System.Buffers.Binary;

namespace AbuseDesk.Notices.Pdf;

/// <summary>The outlines of a TrueType font ("glyf" and "loca").</summary>
internal sealed class GlyphOutlines(byte[] glyf, byte[] loca, bool longOffsets)
{
    private const int ArgumentsAreWords = 0x0001;
    private const int HasScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;

    private int Count => loca.Length / (longOffsets ? 4 : 2) - 1;

    /// <summary>Both tables anew, with long offsets, where only the given glyphs and their components have outlines.</summary>
    public (byte[] Glyf, byte[] Loca) Keep(IReadOnlySet<ushort> glyphs)
    {
        var kept = new SortedSet<int> { 0 };
        foreach (var glyph in glyphs) AddWithComponents(glyph, kept);
        var outlines = new MemoryStream();
        var offsets = new byte[(Count + 1) * 4];
        for (var glyph = 0; glyph < Count; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan(glyph * 4), (uint)outlines.Length);
            if (!kept.Contains(glyph)) continue;
            outlines.Write(WithoutInstructions(Outline(glyph)));
            while (outlines.Length % 4 != 0) outlines.WriteByte(0);
        }

        BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan(Count * 4), (uint)outlines.Length);
        return (outlines.ToArray(), offsets);
    }

    private void AddWithComponents(int glyph, SortedSet<int> kept)
    {
        if (glyph >= Count || !kept.Add(glyph)) return;
        var outline = Outline(glyph);
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return;
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            AddWithComponents(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]), kept);
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }
        while ((flags & MoreComponents) != 0);
    }

    /// <summary>Hints are for coarse screens; a PDF is drawn without them.</summary>
    private static ReadOnlySpan<byte> WithoutInstructions(ReadOnlySpan<byte> outline)
    {
        if (outline.Length < 10) return outline;
        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        if (contours < 0) return outline;
        var at = 10 + contours * 2;
        var length = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
        return (byte[])[.. outline[..at], 0, 0, .. outline[(at + 2 + length)..]];
    }

    private ReadOnlySpan<byte> Outline(int glyph) => glyf.AsSpan(Offset(glyph)..Offset(glyph + 1));

    private int Offset(int glyph) => longOffsets
        ? (int)BinaryPrimitives.ReadUInt32BigEndian(loca.AsSpan(glyph * 4))
        : BinaryPrimitives.ReadUInt16BigEndian(loca.AsSpan(glyph * 2)) * 2;
}
