using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Writes objects (numbered by their place) with object streams and a cross-reference stream.</summary>
internal sealed class PackedPdf(IReadOnlyList<byte[]> objects, string references)
{
    private const int EntryLength = 7;
    private readonly ArrayBufferWriter<byte> _file = new();
    private readonly byte[] _table = new byte[(objects.Count + 2) * EntryLength];

    public byte[] ToBytes()
    {
        _file.Write(Encoding.Latin1.GetBytes("%PDF-1.7\n%\u00d3\u00eb\u00e9\u00e1\n"));
        var plain = new List<int>();
        for (var number = 1; number < objects.Count; number++)
        {
            if (IsStream(objects[number])) Put(number, objects[number]);
            else plain.Add(number);
        }

        PutPlain(plain);
        PutTable();
        return _file.WrittenSpan.ToArray();
    }

    private static bool IsStream(byte[] content) => content.AsSpan().EndsWith("endstream"u8);

    private void PutPlain(List<int> numbers)
    {
        var index = new StringBuilder();
        using var contents = new MemoryStream();
        for (var i = 0; i < numbers.Count; i++)
        {
            index.Append(CultureInfo.InvariantCulture, $"{numbers[i]} {contents.Length} ");
            contents.Write(objects[numbers[i]]);
            contents.WriteByte((byte)'\n');
            Enter(numbers[i], 2, objects.Count, i);
        }

        byte[] data = [.. Encoding.ASCII.GetBytes(index.ToString()), .. contents.ToArray()];
        Put(objects.Count, Stream($"/Type /ObjStm /N {numbers.Count} /First {index.Length}", data));
    }

    private void PutTable()
    {
        var number = objects.Count + 1;
        var start = _file.WrittenCount;
        BinaryPrimitives.WriteUInt16BigEndian(_table.AsSpan(5), ushort.MaxValue);
        Enter(number, 1, start, 0);
        Put(number, Stream($"/Type /XRef /Size {number + 1} /W [1 4 2] {references}", _table));
        _file.Write(Encoding.ASCII.GetBytes($"startxref\n{start}\n%%EOF\n"));
    }

    private void Put(int number, byte[] content)
    {
        Enter(number, 1, _file.WrittenCount, 0);
        _file.Write(Encoding.ASCII.GetBytes($"{number} 0 obj\n"));
        _file.Write(content);
        _file.Write("\nendobj\n"u8);
    }

    /// <summary>Type 1: byte offset. Type 2: number of the object stream and place in it.</summary>
    private void Enter(int number, byte type, int where, int place)
    {
        var entry = _table.AsSpan(number * EntryLength, EntryLength);
        entry[0] = type;
        BinaryPrimitives.WriteInt32BigEndian(entry[1..], where);
        BinaryPrimitives.WriteUInt16BigEndian(entry[5..], (ushort)place);
    }

    private static byte[] Stream(string entries, byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zip.Write(data);
        return [.. Encoding.Latin1.GetBytes($"<<{entries} /Filter /FlateDecode /Length {packed.Length}>> stream\n"), .. packed.ToArray(), .. "\nendstream"u8];
    }
}
