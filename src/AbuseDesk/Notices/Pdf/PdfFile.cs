using System.Globalization;
using System.Text;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// The objects of a PDF as Skia writes it (one plain cross-reference table at the end), to add what Skia does not
/// offer. What is not a stream is packed into one compressed stream: a notice has hundreds of links.
/// </summary>
internal sealed class PdfFile
{
    private const string ObjectEnd = "\nendobj\n";
    private readonly List<byte[]> _objects = [[]];
    private readonly string _trailer;

    public PdfFile(byte[] pdf)
    {
        var tail = Encoding.Latin1.GetString(pdf.AsSpan(Math.Max(0, pdf.Length - 64)));
        var table = int.Parse(Between(tail, "startxref\n", "\n"), CultureInfo.InvariantCulture);
        var end = Encoding.Latin1.GetString(pdf.AsSpan(table));
        _trailer = Between(end, "trailer\n<<", ">>\nstartxref");
        var offsets = Between(end, "xref\n", "trailer").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)
            .Select(entry => int.Parse(entry.AsSpan(0, 10), CultureInfo.InvariantCulture)).ToList();
        var order = offsets.Order().Append(table).ToList();
        foreach (var offset in offsets) _objects.Add(Content(pdf.AsSpan(offset..order[order.BinarySearch(offset) + 1])));
    }

    /// <summary>Number of the next object that is added.</summary>
    public int NextNumber => _objects.Count;

    public void Add(string content) => _objects.Add(Encoding.Latin1.GetBytes(content));

    /// <summary>Adds entries to the dictionary that describes the document.</summary>
    public void ExtendCatalog(string entries)
    {
        var number = int.Parse(Between(_trailer, "/Root ", " "), CultureInfo.InvariantCulture);
        var old = Encoding.Latin1.GetString(_objects[number]);
        _objects[number] = Encoding.Latin1.GetBytes($"{old[..old.LastIndexOf(">>", StringComparison.Ordinal)]}{entries}>>");
    }

    /// <param name="trailerEntries">Entries that the trailer has besides the usual ones.</param>
    public byte[] ToBytes(string trailerEntries)
    {
        var references = $"/Root {Between(_trailer, "/Root ", " R")} R /Info {Between(_trailer, "/Info ", " R")} R {PdfIdentity.Open}{trailerEntries}";
        return new PackedPdf(_objects, references).ToBytes();
    }

    private static byte[] Content(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.IndexOf("obj\n"u8) + 4;
        var end = bytes.LastIndexOf(Encoding.ASCII.GetBytes(ObjectEnd));
        return bytes[start..end].ToArray();
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(after, start + before.Length, StringComparison.Ordinal);
        if (end < 0) throw new InvalidOperationException($"The PDF has no '{before.Trim()}' where it was expected.");
        return text[(start + before.Length)..end];
    }
}
