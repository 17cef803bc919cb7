using System.Security.Cryptography;
using System.Text;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Skia names every file by chance and the time of day. A notice is approved by the hash of its bytes, so the name
/// is computed from them instead.
/// </summary>
internal sealed class PdfIdentity
{
    /// <summary>What stands for the identifier in the trailer until it is known.</summary>
    public const string Open = "/ID [<00000000000000000000000000000000> <00000000000000000000000000000000>]";

    private static readonly byte[] OpenBytes = Encoding.ASCII.GetBytes(Open);
    private static readonly byte[] Marker = "<xmpMM:DocumentID>uuid:"u8.ToArray();
    private const int UuidLength = 36;
    private readonly byte[] _chance;
    private readonly List<long> _places = [];
    private long _trailer = -1;

    /// <param name="contents">The objects of the file as Skia wrote them.</param>
    public PdfIdentity(IEnumerable<byte[]> contents)
    {
        var metadata = contents.FirstOrDefault(content => content.AsSpan().IndexOf(Marker) >= 0) ?? throw Missing();
        _chance = metadata.AsSpan(metadata.AsSpan().IndexOf(Marker) + Marker.Length, UuidLength).ToArray();
    }

    /// <summary>Takes the name out of an object that is about to be written at this place of the file; changes the given bytes.</summary>
    public void Clear(byte[] content, long at)
    {
        if (content.AsSpan().IndexOf(OpenBytes) is var trailer and >= 0) _trailer = at + trailer;
        for (var found = content.AsSpan().IndexOf(_chance); found >= 0; found = content.AsSpan().IndexOf(_chance))
        {
            content.AsSpan(found, UuidLength).Clear();
            _places.Add(at + found);
        }
    }

    /// <summary>Names the file by its bytes.</summary>
    public void Settle(Stream file)
    {
        if (_trailer < 0) throw Missing();
        file.Position = 0;
        var uuid = new Guid(SHA256.HashData(file).AsSpan(0, 16));
        foreach (var place in _places) Put(file, place, $"{uuid:D}");
        Put(file, _trailer, $"/ID [<{uuid:N}> <{uuid:N}>]");
        file.Position = 0;
    }

    private static void Put(Stream file, long at, string text)
    {
        file.Position = at;
        file.Write(Encoding.ASCII.GetBytes(text));
    }

    private static InvalidOperationException Missing() => new("The PDF has no identifier where it was expected.");
}
