using SkiaSharp;

namespace AbuseDesk.Evidence;

/// <summary>Proves that bytes are a whole PNG, JPEG or WebP, by decoding every pixel once.</summary>
public static class ImageInspection
{
    /// <summary>Bytes.</summary>
    public const int LargestFile = 30 * 1024 * 1024;

    /// <summary>Pixels; checked before any pixel is decoded, since 100 megapixels take 400 MB.</summary>
    public const long MostPixels = 50_000_000;

    private const int RowsAtOnce = 64;

    private static ReadOnlySpan<byte> StartOfPng => [0x89, 0x50, 0x4E, 0x47];

    private static ReadOnlySpan<byte> StartOfJpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> EndOfJpeg => [0xFF, 0xD9];

    /// <param name="bytes">The file.</param>
    /// <param name="claimedName">A file name or media type, to be held against the bytes; null where there is none.</param>
    /// <exception cref="DeskException">Not an image that can be evidence; one sentence says why.</exception>
    public static ImageFacts Inspect(byte[] bytes, string? claimedName)
    {
        var name = string.IsNullOrWhiteSpace(claimedName) ? "The screenshot" : $"“{Shown.Briefly(claimedName)}”";
        if (bytes.Length > LargestFile)
            throw new DeskException($"{name} is larger than 30 MB; save the screenshot smaller or as JPEG.");
        using var codec = SKCodec.Create(new MemoryStream(bytes, writable: false));
        if (codec is null) throw Unreadable(name, bytes);
        var type = TypeOf(codec.EncodedFormat, name);
        var claimed = ClaimedType.Of(claimedName);
        if (claimed is not null && claimed != type.Name)
            throw new DeskException($"{name} claims to be {claimed} but is {type.Name}; give the file its right name and try again.");
        var pixels = (long)codec.Info.Width * codec.Info.Height;
        if (pixels > MostPixels)
            throw new DeskException($"{name} has {Math.Round(pixels / 1e6)} megapixels; at most 50 are taken, so cut it to what matters.");
        if (!IsWhole(codec) || !HasItsEnd(bytes, codec.EncodedFormat)) throw Truncated(name);
        var turned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        return new ImageFacts(
            type.MediaType,
            turned ? codec.Info.Height : codec.Info.Width,
            turned ? codec.Info.Width : codec.Info.Height,
            codec.FrameCount > 1);
    }

    private static (string Name, string MediaType) TypeOf(SKEncodedImageFormat format, string name) => format switch
    {
        SKEncodedImageFormat.Png => ("PNG", "image/png"),
        SKEncodedImageFormat.Jpeg => ("JPEG", "image/jpeg"),
        SKEncodedImageFormat.Webp => ("WebP", "image/webp"),
        _ => throw new DeskException($"{name} is {format.ToString().ToUpperInvariant()}; give a PNG, JPEG or WebP file."),
    };

    private static bool IsWhole(SKCodec codec)
    {
        // Row by row where the format allows it: a large PNG would else need 200 MB at once.
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        if (codec.StartScanlineDecode(info) == SKCodecResult.Success && codec.ScanlineOrder == SKCodecScanlineOrder.TopDown)
            return RowsDecode(codec, info);
        using var bitmap = new SKBitmap(info);
        return codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success;
    }

    private static bool RowsDecode(SKCodec codec, SKImageInfo info)
    {
        using var strip = new SKBitmap(info.WithSize(info.Width, Math.Min(RowsAtOnce, info.Height)));
        for (var row = 0; row < info.Height; row += RowsAtOnce)
        {
            var rows = Math.Min(RowsAtOnce, info.Height - row);
            if (codec.GetScanlines(strip.GetPixels(), rows, info.RowBytes) < rows) return false;
        }

        return true;
    }

    /// <summary>The decoder is content once it has all rows; a file cut after them still lacks its end mark.</summary>
    private static bool HasItsEnd(byte[] bytes, SKEncodedImageFormat format) => format switch
    {
        SKEncodedImageFormat.Png => bytes.AsSpan().LastIndexOf("IEND"u8) is var end and >= 0 && end + 8 <= bytes.Length,
        SKEncodedImageFormat.Jpeg => bytes.AsSpan().LastIndexOf(EndOfJpeg) >= 0,
        _ => bytes.Length >= 12 && BitConverter.ToUInt32(bytes, 4) + 8L <= bytes.Length,
    };

    private static DeskException Unreadable(string name, ReadOnlySpan<byte> bytes) => bytes.Length == 0
        ? new DeskException($"{name} is empty; choose the file again.")
        : bytes.StartsWith(StartOfPng) || bytes.StartsWith(StartOfJpeg) || bytes.StartsWith("RIFF"u8) ? Truncated(name)
        : new DeskException($"{name} is not an image; give a PNG, JPEG or WebP file.");

    private static DeskException Truncated(string name) =>
        new($"{name} is damaged or cut off; take the screenshot or transfer it again.");
}
