using SkiaSharp;

namespace AbuseDesk.Evidence;

/// <summary>
/// A picture drawn anew with parts of it black: those pixels are gone, not covered, and neither metadata nor a small picture of the
/// original come along.
/// </summary>
public static class RedactedPicture
{
    private const int Quality = 92;

    /// <summary>A PNG of a PNG, else a JPEG; as large as the picture is shown, a camera's turn applied.</summary>
    /// <param name="image">Bytes that have passed <see cref="ImageInspection"/>.</param>
    /// <param name="boxes">In pixels of the picture as shown.</param>
    /// <exception cref="DeskException">The bytes cannot be decoded.</exception>
    public static byte[] Of(byte[] image, IReadOnlyList<RedactionBox> boxes)
    {
        using var codec = SKCodec.Create(new MemoryStream(image, writable: false))
            ?? throw new DeskException("The picture cannot be redacted, as the file is not an image.");
        using var upright = Upright(codec);
        using var canvas = new SKCanvas(upright);
        // what is transparent becomes white, so that no colours stay hidden behind it
        canvas.DrawColor(SKColors.White, SKBlendMode.DstOver);
        using var black = new SKPaint { Color = SKColors.Black, IsAntialias = false, BlendMode = SKBlendMode.Src };
        foreach (var box in boxes) canvas.DrawRect(box.Area, black);
        canvas.Flush();
        var format = codec.EncodedFormat == SKEncodedImageFormat.Png ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg;
        using var encoded = upright.Encode(format, Quality);
        return encoded.ToArray();
    }

    private static SKBitmap Upright(SKCodec codec)
    {
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        var stored = new SKBitmap(info);
        if (codec.GetPixels(info, stored.GetPixels()) != SKCodecResult.Success)
        {
            stored.Dispose();
            throw new DeskException("The picture cannot be redacted, as the image is damaged.");
        }

        if (codec.EncodedOrigin == SKEncodedOrigin.TopLeft) return stored;
        using (stored)
        {
            var turned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
            var upright = new SKBitmap(turned ? info.WithSize(info.Height, info.Width) : info);
            using var canvas = new SKCanvas(upright);
            canvas.Clear(SKColors.Transparent);
            canvas.Concat(Thumbnail.Turn(codec.EncodedOrigin, info.Width, info.Height));
            using var picture = SKImage.FromBitmap(stored);
            canvas.DrawImage(picture, 0, 0, SKSamplingOptions.Default);
            canvas.Flush();
            return upright;
        }
    }
}
