using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Writes objects (numbered by their place) with object streams and a cross-reference stream.</summary>
internal sealed class PackedPdf(IReadOnlyList<PdfObject> objects, string references, PdfIdentity identity, Stream output)
{
    private const int EntryLength = 7;

    /// <summary>The table has two bytes for the place of an object in its object stream.</summary>
    private const int LargestStream = ushort.MaxValue;
    private readonly List<int[]> _plain = [.. Enumerable.Range(1, objects.Count - 1).Where(number => !objects[number].IsStream).Chunk(LargestStream)];
    private byte[] _table = [];

    public void Write()
    {
        _table = new byte[(objects.Count + _plain.Count + 1) * EntryLength];
        output.Write(Encoding.Latin1.GetBytes("%PDF-1.7\n%\u00d3\u00eb\u00e9\u00e1\n"));
        for (var number = 1; number < objects.Count; number++)
            if (objects[number].IsStream) Put(number, objects[number]);
        foreach (var (place, numbers) in _plain.Index()) PutPlain(objects.Count + place, numbers);
        PutTable(objects.Count + _plain.Count);
    }

    private void PutPlain(int stream, int[] numbers)
    {
        var index = new StringBuilder();
        using var contents = new MemoryStream();
        for (var i = 0; i < numbers.Length; i++)
        {
            index.Append(CultureInfo.InvariantCulture, $"{numbers[i]} {contents.Length} ");
            contents.Write(objects[numbers[i]].Held);
            contents.WriteByte((byte)'\n');
            Enter(numbers[i], 2, stream, i);
        }

        byte[] data = [.. Encoding.ASCII.GetBytes(index.ToString()), .. contents.ToArray()];
        Put(stream, Stream($"/Type /ObjStm /N {numbers.Length} /First {index.Length}", data));
    }

    private void PutTable(int number)
    {
        var start = output.Position;
        BinaryPrimitives.WriteUInt16BigEndian(_table.AsSpan(5), ushort.MaxValue);
        Enter(number, 1, start, 0);
        Put(number, Stream($"/Type /XRef /Size {number + 1} /W [1 4 2] {references}", _table));
        output.Write(Encoding.ASCII.GetBytes($"startxref\n{start}\n%%EOF\n"));
    }

    private void Put(int number, PdfObject content)
    {
        Enter(number, 1, output.Position, 0);
        output.Write(Encoding.ASCII.GetBytes($"{number} 0 obj\n"));
        identity.Clear(content.Held, output.Position);
        content.CopyTo(output);
        output.Write("\nendobj\n"u8);
    }

    /// <summary>Type 1: byte offset. Type 2: number of the object stream and place in it.</summary>
    private void Enter(int number, byte type, long where, int place)
    {
        var entry = _table.AsSpan(number * EntryLength, EntryLength);
        entry[0] = type;
        BinaryPrimitives.WriteUInt32BigEndian(entry[1..], checked((uint)where));
        BinaryPrimitives.WriteUInt16BigEndian(entry[5..], (ushort)place);
    }

    private static PdfObject Stream(string entries, byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zip.Write(data);
        return new([.. Encoding.Latin1.GetBytes($"<<{entries} /Filter /FlateDecode /Length {packed.Length}>> stream\n"), .. packed.ToArray(), .. "\nendstream"u8]);
    }
}
