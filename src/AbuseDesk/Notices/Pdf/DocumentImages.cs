using SkiaSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Pictures as their pages need them. Only the last one is held: it may go on over several pages.</summary>
internal sealed class DocumentImages(Func<string, byte[]> imageBySha256) : IDisposable
{
    private string _sha256 = "";
    private SKImage? _image;

    /// <summary>The hashes of pictures that could not be read, in order.</summary>
    public SortedSet<string> Unreadable { get; } = new(StringComparer.Ordinal);

    /// <summary>Null where the bytes are no picture, or only a part of one.</summary>
    public SKImage? Find(string sha256)
    {
        if (_sha256 == sha256) return _image;
        _image?.Dispose();
        _image = PictureBytes.Open(imageBySha256(sha256));
        _sha256 = sha256;
        if (_image is null) _ = Unreadable.Add(sha256);
        return _image;
    }

    public void Dispose() => _image?.Dispose();
}
