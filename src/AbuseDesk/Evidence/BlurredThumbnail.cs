using SkiaSharp;

namespace AbuseDesk.Evidence;

/// <summary>A small JPEG that shows only light and shade: what it leaves out cannot be got back.</summary>
public static class BlurredThumbnail
{
    private const int Quality = 70;

    // so many pixels are left of the width
    private const int Left = 20;

    /// <summary>As large as the <see cref="Thumbnail"/> of that width.</summary>
    /// <exception cref="DeskException">The bytes cannot be decoded.</exception>
    public static byte[] Of(byte[] image, int width)
    {
        using var clear = SKBitmap.Decode(Thumbnail.Of(image, width));
        using var few = SKBitmap.Decode(Thumbnail.Of(image, Math.Clamp(clear.Width / 16, 1, Left)));
        using var surface = new SKBitmap(clear.Width, clear.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(surface);
        using var picture = SKImage.FromBitmap(few);
        canvas.DrawImage(picture, SKRect.Create(surface.Width, surface.Height), new SKSamplingOptions(SKCubicResampler.Mitchell));
        canvas.Flush();
        using var encoded = surface.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return encoded.ToArray();
    }
}
