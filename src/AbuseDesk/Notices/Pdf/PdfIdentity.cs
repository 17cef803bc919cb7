using System.Security.Cryptography;
using System.Text;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Skia names every file by chance and the time of day. A notice is approved by the hash of its bytes, so the name
/// is computed from them instead.
/// </summary>
internal static class PdfIdentity
{
    private static readonly byte[] Marker = "<xmpMM:DocumentID>uuid:"u8.ToArray();
    private const int UuidLength = 36;

    public static byte[] Settle(byte[] pdf)
    {
        var at = pdf.AsSpan().IndexOf(Marker);
        if (at < 0) return pdf;
        var uuid = pdf.AsSpan(at + Marker.Length, UuidLength).ToArray();
        var digits = Digits(Encoding.ASCII.GetString(uuid));
        var places = (Uuid: Find(pdf, uuid), Digits: Find(pdf, digits));
        foreach (var place in places.Uuid) pdf.AsSpan(place, uuid.Length).Clear();
        foreach (var place in places.Digits) pdf.AsSpan(place, digits.Length).Clear();
        var settled = new Guid(SHA256.HashData(pdf).AsSpan(0, 16)).ToString();
        foreach (var place in places.Uuid) Encoding.ASCII.GetBytes(settled).CopyTo(pdf, place);
        foreach (var place in places.Digits) Digits(settled).CopyTo(pdf, place);
        return pdf;
    }

    private static byte[] Digits(string uuid) =>
        Encoding.ASCII.GetBytes(uuid.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant());

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
