using SkiaSharp;

namespace AbuseDesk.Evidence;

/// <summary>A small JPEG of an image for the pages.</summary>
public static class Thumbnail
{
    private const int Quality = 80;

    /// <summary>
    /// JPEG bytes at most <paramref name="width"/> pixels wide; never enlarged. The image must have passed
    /// <see cref="ImageInspection"/>. A camera's turn is applied; what is transparent becomes white.
    /// </summary>
    /// <exception cref="DeskException">The bytes cannot be decoded.</exception>
    public static byte[] Of(byte[] image, int width)
    {
        using var data = SKData.CreateCopy(image);
        using var codec = SKCodec.Create(data) ?? throw new DeskException("No thumbnail can be made, as the file is not an image.");
        var turned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        var shown = turned ? new SKSizeI(codec.Info.Height, codec.Info.Width) : codec.Info.Size;
        var scale = Math.Min(1f, (float)width / shown.Width);
        using var source = Decoded(codec, scale);
        using var surface = new SKBitmap(
            Math.Max(1, (int)MathF.Round(shown.Width * scale)), Math.Max(1, (int)MathF.Round(shown.Height * scale)), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(surface);
        canvas.Clear(SKColors.White);
        var size = turned ? new SKSizeI(surface.Height, surface.Width) : new SKSizeI(surface.Width, surface.Height);
        canvas.Concat(Turn(codec.EncodedOrigin, size.Width, size.Height));
        using var picture = SKImage.FromBitmap(source);
        canvas.DrawImage(picture, SKRect.Create(size.Width, size.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Flush();
        using var encoded = surface.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return encoded.ToArray();
    }

    private static SKBitmap Decoded(SKCodec codec, float scale)
    {
        // JPEG can decode straight to an eighth; other formats answer with the whole size.
        var size = codec.GetScaledDimensions(scale);
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        throw new DeskException("No thumbnail can be made, as the image is damaged.");
    }

    /// <summary>From the stored pixels (w by h) to how they are shown.</summary>
    internal static SKMatrix Turn(SKEncodedOrigin origin, float w, float h) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
