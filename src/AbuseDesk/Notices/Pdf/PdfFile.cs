using System.Globalization;
using System.Text;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// The objects of a PDF as Skia writes it (one plain cross-reference table at the end), to add what Skia does not
/// offer. What is not a stream is packed into one compressed stream: a notice has hundreds of links.
/// </summary>
internal sealed class PdfFile
{
    private readonly List<PdfObject> _objects = [new([])];
    private readonly string _trailer;

    /// <param name="pdf">Can seek, and must stay open until <see cref="WriteTo"/>.</param>
    public PdfFile(Stream pdf)
    {
        var tail = Text(pdf, Math.Max(0, pdf.Length - 64));
        var table = long.Parse(Between(tail, "startxref\n", "\n"), CultureInfo.InvariantCulture);
        var end = Text(pdf, table);
        _trailer = Between(end, "trailer\n<<", ">>\nstartxref");
        var offsets = Between(end, "xref\n", "trailer").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)
            .Select(entry => long.Parse(entry.AsSpan(0, 10), CultureInfo.InvariantCulture)).ToList();
        var order = offsets.Order().Append(table).ToList();
        foreach (var offset in offsets) _objects.Add(PdfObject.Read(pdf, offset, order[order.BinarySearch(offset) + 1]));
    }

    /// <summary>Number of the next object that is added.</summary>
    public int NextNumber => _objects.Count;

    public void Add(string content) => _objects.Add(new(Encoding.Latin1.GetBytes(content)));

    /// <summary>Adds entries to the dictionary that describes the document.</summary>
    public void ExtendCatalog(string entries)
    {
        var catalog = _objects[int.Parse(Between(_trailer, "/Root ", " "), CultureInfo.InvariantCulture)];
        var old = Encoding.Latin1.GetString(catalog.Held);
        catalog.Held = Encoding.Latin1.GetBytes($"{old[..old.LastIndexOf(">>", StringComparison.Ordinal)]}{entries}>>");
    }

    /// <param name="output">Empty, and can seek.</param>
    /// <param name="trailerEntries">Entries that the trailer has besides the usual ones.</param>
    public void WriteTo(Stream output, string trailerEntries)
    {
        var references = $"/Root {Between(_trailer, "/Root ", " R")} R /Info {Between(_trailer, "/Info ", " R")} R {PdfIdentity.Open}{trailerEntries}";
        var identity = new PdfIdentity(_objects.Select(one => one.Held));
        new PackedPdf(_objects, references, identity, output).Write();
        identity.Settle(output);
    }

    private static string Text(Stream pdf, long from) => Encoding.Latin1.GetString(PdfObject.Bytes(pdf, from, (int)(pdf.Length - from)));

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(after, start + before.Length, StringComparison.Ordinal);
        if (end < 0) throw new InvalidOperationException($"The PDF has no '{before.Trim()}' where it was expected.");
        return text[(start + before.Length)..end];
    }
}
