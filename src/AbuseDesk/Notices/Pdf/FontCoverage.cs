using System.Buffers.Binary;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Which code points a font file has, read from its character map alone: hundreds of system fonts can be asked
/// without being opened.
/// </summary>
internal sealed class FontCoverage
{
    private readonly List<(uint First, uint Last)> _ranges = [];

    public bool Contains(int codepoint)
    {
        foreach (var (first, last) in _ranges)
            if (codepoint >= first && codepoint <= last) return true;
        return false;
    }

    /// <summary>A file that cannot be read or understood covers nothing.</summary>
    public static FontCoverage Read(string path)
    {
        var coverage = new FontCoverage();
        try
        {
            using var file = File.OpenRead(path);
            if (ReadTable(file, "cmap"u8) is { } map) coverage.ReadMap(map);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException or OverflowException)
        {
            coverage._ranges.Clear();
        }

        return coverage;
    }

    private static byte[]? ReadTable(FileStream file, ReadOnlySpan<byte> tag)
    {
        var start = 0L;
        var head = ReadAt(file, 0, 16);
        if (head.AsSpan(0, 4).SequenceEqual("ttcf"u8)) start = BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(12));
        var count = BinaryPrimitives.ReadUInt16BigEndian(ReadAt(file, start + 4, 2));
        var directory = ReadAt(file, start + 12, count * 16);
        for (var i = 0; i < count; i++)
        {
            var entry = directory.AsSpan(i * 16, 16);
            if (!entry[..4].SequenceEqual(tag)) continue;
            var offset = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            var length = BinaryPrimitives.ReadUInt32BigEndian(entry[12..]);
            return length > file.Length ? null : ReadAt(file, offset, (int)length);
        }

        return null;
    }

    private static byte[] ReadAt(FileStream file, long offset, int length)
    {
        var bytes = new byte[length];
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }

    private void ReadMap(ReadOnlySpan<byte> map)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(map[2..]);
        for (var i = 0; i < count; i++)
        {
            var platform = BinaryPrimitives.ReadUInt16BigEndian(map[(4 + i * 8)..]);
            var encoding = BinaryPrimitives.ReadUInt16BigEndian(map[(6 + i * 8)..]);
            var unicode = platform == 0 || (platform == 3 && encoding is 1 or 10);
            if (!unicode) continue;
            var table = map[(int)BinaryPrimitives.ReadUInt32BigEndian(map[(8 + i * 8)..])..];
            var format = BinaryPrimitives.ReadUInt16BigEndian(table);
            if (format == 4) ReadSegments(table);
            if (format == 12) ReadGroups(table);
        }
    }

    private void ReadSegments(ReadOnlySpan<byte> table)
    {
        var size = BinaryPrimitives.ReadUInt16BigEndian(table[6..]);
        for (var i = 0; i < size; i += 2)
        {
            var last = BinaryPrimitives.ReadUInt16BigEndian(table[(14 + i)..]);
            var first = BinaryPrimitives.ReadUInt16BigEndian(table[(16 + size + i)..]);
            if (first != 0xffff) _ranges.Add((first, last));
        }
    }

    private void ReadGroups(ReadOnlySpan<byte> table)
    {
        var count = BinaryPrimitives.ReadUInt32BigEndian(table[12..]);
        for (var i = 0; i < count; i++)
        {
            var group = table[(16 + i * 12)..];
            _ranges.Add((BinaryPrimitives.ReadUInt32BigEndian(group), BinaryPrimitives.ReadUInt32BigEndian(group[4..])));
        }
    }
}
