namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// An object of a PDF as Skia wrote it, without its number: held, or, where it is a large stream (a picture, a font), left in the file
/// that it was found in.
/// </summary>
internal sealed class PdfObject
{
    private const int LargestHeld = 32 * 1024;
    private static readonly byte[] End = "\nendobj\n"u8.ToArray();
    private static readonly byte[] EndOfStream = "endstream\nendobj\n"u8.ToArray();
    private readonly Stream? _file;
    private readonly long _start;
    private readonly long _length;

    public PdfObject(byte[] held) => Held = held;

    private PdfObject(Stream file, long start, long length) => (_file, _start, _length, Held) = (file, start, length, []);

    /// <summary>Its bytes; empty where they were left in the file.</summary>
    public byte[] Held { get; set; }

    public bool IsStream => _file is not null || Held.AsSpan().EndsWith("endstream"u8);

    /// <param name="file">The PDF; must stay open.</param>
    /// <param name="from">Where the object begins with its number.</param>
    /// <param name="to">Where the next one begins.</param>
    public static PdfObject Read(Stream file, long from, long to)
    {
        if (to - from > LargestHeld)
        {
            var start = from + After(Bytes(file, from, 32));
            var tail = Bytes(file, to - 32, 32);
            if (tail.AsSpan().IndexOf(EndOfStream) is var end and >= 0)
                return new(file, start, to - 32 + end + EndOfStream.Length - End.Length - start);
        }

        var bytes = Bytes(file, from, (int)(to - from));
        return new(bytes[After(bytes)..bytes.AsSpan().LastIndexOf(End)]);
    }

    public void CopyTo(Stream output)
    {
        if (_file is null)
        {
            output.Write(Held);
            return;
        }

        var buffer = new byte[81_920];
        _file.Position = _start;
        for (var left = _length; left > 0;)
        {
            var read = _file.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            if (read == 0) throw new EndOfStreamException();
            output.Write(buffer, 0, read);
            left -= read;
        }
    }

    internal static byte[] Bytes(Stream file, long from, int length)
    {
        var bytes = new byte[length];
        file.Position = from;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static int After(ReadOnlySpan<byte> bytes) => bytes.IndexOf("obj\n"u8) + 4;
}
