using System.Security.Cryptography;
using System.Text;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Skia names every file by chance and the time of day. A notice is approved by the hash of its bytes, so the name
/// is computed from them instead.
/// </summary>
internal static class PdfIdentity
{
    /// <summary>What stands for the identifier until it is known.</summary>
    public const string Open = "/ID [<00000000000000000000000000000000> <00000000000000000000000000000000>]";

    private static readonly byte[] Marker = "<xmpMM:DocumentID>uuid:"u8.ToArray();
    private const int UuidLength = 36;

    /// <summary>Names a file that has <see cref="Open"/> in its trailer; changes the given bytes.</summary>
    public static byte[] Settle(byte[] pdf)
    {
        var at = pdf.AsSpan().IndexOf(Marker);
        var trailer = pdf.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(Open));
        if (at < 0 || trailer < 0) throw new InvalidOperationException("The PDF has no identifier where it was expected.");
        var places = Find(pdf, pdf.AsSpan(at + Marker.Length, UuidLength).ToArray());
        foreach (var place in places) pdf.AsSpan(place, UuidLength).Clear();
        var uuid = new Guid(SHA256.HashData(pdf).AsSpan(0, 16));
        foreach (var place in places) Encoding.ASCII.GetBytes($"{uuid:D}", pdf.AsSpan(place));
        Encoding.ASCII.GetBytes($"/ID [<{uuid:N}> <{uuid:N}>]", pdf.AsSpan(trailer));
        return pdf;
    }

    private static List<int> Find(byte[] pdf, byte[] text)
    {
        var places = new List<int>();
        for (var start = 0; ;)
        {
            var found = pdf.AsSpan(start).IndexOf(text);
            if (found < 0) return places;
            places.Add(start + found);
            start += found + text.Length;
        }
    }
}
