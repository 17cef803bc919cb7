using SkiaSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>Pictures as their pages need them. Only the last one is held: it may go on over several pages.</summary>
internal sealed class DocumentImages(Func<string, byte[]> imageBySha256) : IDisposable
{
    private string _sha256 = "";
    private SKImage? _image;

    public SKImage Get(string sha256, string title)
    {
        if (_image is not null && _sha256 == sha256) return _image;
        _image?.Dispose();
        // the encoded bytes go into the file as they are (JPEG); pixels are decoded only for other formats
        using var data = SKData.CreateCopy(imageBySha256(sha256));
        _image = SKImage.FromEncodedData(data)
            ?? throw new DeskException($"The picture of \"{title}\" ({sha256}) cannot be read: replace the screenshot or leave the exhibit out.");
        _sha256 = sha256;
        return _image;
    }

    public void Dispose() => _image?.Dispose();
}
