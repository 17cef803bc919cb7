using System.Globalization;
using System.Text;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Adds objects to a PDF as Skia writes it (one plain cross-reference table at the end), for what Skia does not
/// offer. The result has one table again, not an update behind a first one.
/// </summary>
internal sealed class PdfFile
{
    private readonly byte[] _body;
    private readonly List<string> _entries;
    private readonly string _trailer;
    private readonly StringBuilder _added = new();

    public PdfFile(byte[] pdf)
    {
        var tail = Encoding.Latin1.GetString(pdf.AsSpan(Math.Max(0, pdf.Length - 64)));
        var table = int.Parse(Between(tail, "startxref\n", "\n"), CultureInfo.InvariantCulture);
        var end = Encoding.Latin1.GetString(pdf.AsSpan(table));
        _body = pdf[..table];
        _entries = [.. Between(end, "xref\n", "trailer").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
        _trailer = Between(end, "trailer\n<<", ">>\nstartxref");
    }

    /// <summary>Number of the next object that is added.</summary>
    public int NextNumber => _entries.Count;

    public void Add(string content)
    {
        _entries.Add("");
        Put(NextNumber - 1, content);
    }

    /// <summary>Adds entries to the dictionary that describes the document.</summary>
    public void ExtendCatalog(string entries)
    {
        var number = int.Parse(Between(_trailer, "/Root ", " "), CultureInfo.InvariantCulture);
        var offset = int.Parse(_entries[number][..10], CultureInfo.InvariantCulture);
        var length = _body.AsSpan(offset).IndexOf("\nendobj"u8);
        var old = Encoding.Latin1.GetString(_body, offset, length);
        var dictionary = old[(old.IndexOf("<<", StringComparison.Ordinal) + 2)..old.LastIndexOf(">>", StringComparison.Ordinal)];
        // the old dictionary stays in the file as bytes that nothing refers to
        Put(number, $"<<{dictionary}{entries}>>");
    }

    public byte[] ToBytes()
    {
        var end = new StringBuilder(_added.ToString());
        end.Append(CultureInfo.InvariantCulture, $"xref\n0 {_entries.Count}\n");
        foreach (var entry in _entries) end.Append(entry).Append('\n');
        var size = $"/Size {Between(_trailer, "/Size ", "\n")}\n";
        end.Append("trailer\n<<").Append(_trailer.Replace(size, $"/Size {_entries.Count}\n", StringComparison.Ordinal)).Append(">>\n");
        end.Append(CultureInfo.InvariantCulture, $"startxref\n{_body.Length + _added.Length}\n%%EOF\n");
        return [.. _body, .. Encoding.Latin1.GetBytes(end.ToString())];
    }

    private void Put(int number, string content)
    {
        _entries[number] = $"{_body.Length + _added.Length:0000000000} 00000 n ";
        _added.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(after, start + before.Length, StringComparison.Ordinal);
        if (end < 0) throw new InvalidOperationException($"The PDF has no '{before.Trim()}' where it was expected.");
        return text[(start + before.Length)..end];
    }
}
