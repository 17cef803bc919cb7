using SkiaSharp;

namespace AbuseDesk.Notices.Pdf;

/// <summary>
/// Opens the bytes of a picture. JPEG goes into the file as it is; other formats are decoded, and reduced where paper
/// shows no difference.
/// </summary>
internal static class PictureBytes
{
    /// <summary>400 dots to the inch at the width of the text.</summary>
    private const int WidestPrinted = 2426;
    private const long MostPixels = 100_000_000;

    /// <summary>Null where the bytes are no picture, a part of one, or more than can be decoded.</summary>
    public static SKImage? Open(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1) return null;
        if (codec.EncodedFormat == SKEncodedImageFormat.Jpeg) return IsWhole(bytes) ? SKImage.FromEncodedData(data) : null;
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels) return null;
        using var pixels = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKImageInfo.PlatformColorType, SKAlphaType.Premul));
        if (codec.GetPixels(pixels.Info, pixels.GetPixels()) != SKCodecResult.Success) return null;
        if (pixels.Width <= WidestPrinted) return SKImage.FromBitmap(pixels);
        using var reduced = new SKBitmap(pixels.Info.WithSize(WidestPrinted, Math.Max(1, (int)((long)pixels.Height * WidestPrinted / pixels.Width))));
        return pixels.ScalePixels(reduced, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)) ? SKImage.FromBitmap(reduced) : null;
    }

    // a JPEG that was cut off has no end mark, or only that of the thumbnail at its start
    private static bool IsWhole(ReadOnlySpan<byte> jpeg) => jpeg.LastIndexOf((ReadOnlySpan<byte>)[0xff, 0xd9]) >= jpeg.Length / 2;
}
