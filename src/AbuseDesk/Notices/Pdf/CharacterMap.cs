using System.Buffers.Binary;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Writes a character map ("cmap", format 12) of the characters that a document shows.</summary>
internal static class CharacterMap
{
    private const int HeaderLength = 12;
    private const int TableLength = 16;
    private const int GroupLength = 12;

    public static byte[] Of(IReadOnlyList<(int Codepoint, ushort Glyph)> pairs)
    {
        var map = new byte[HeaderLength + TableLength + pairs.Count * GroupLength];
        BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(2), 1);
        BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(4), 3);
        BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(6), 10);
        BinaryPrimitives.WriteUInt32BigEndian(map.AsSpan(8), HeaderLength);
        var table = map.AsSpan(HeaderLength);
        BinaryPrimitives.WriteUInt16BigEndian(table, 12);
        BinaryPrimitives.WriteUInt32BigEndian(table[4..], (uint)table.Length);
        BinaryPrimitives.WriteUInt32BigEndian(table[12..], (uint)pairs.Count);
        for (var i = 0; i < pairs.Count; i++)
        {
            var group = table[(TableLength + i * GroupLength)..];
            BinaryPrimitives.WriteInt32BigEndian(group, pairs[i].Codepoint);
            BinaryPrimitives.WriteInt32BigEndian(group[4..], pairs[i].Codepoint);
            BinaryPrimitives.WriteInt32BigEndian(group[8..], pairs[i].Glyph);
        }

        return map;
    }
}
