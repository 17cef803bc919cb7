using AbuseDesk.Evidence;
using SkiaSharp;

namespace AbuseDesk.Tests.Evidence;

public sealed class RedactingAPicture
{
    [TestCase(SKEncodedImageFormat.Png, "image/png")]
    [TestCase(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    [TestCase(SKEncodedImageFormat.Webp, "image/jpeg")]
    public void The_pixels_in_the_boxes_are_gone_and_the_others_stay(SKEncodedImageFormat format, string mediaType)
    {
        var original = Pictures.Noise(format);

        var redacted = RedactedPicture.Of(original, [new RedactionBox(16, 32, 48, 16), new RedactionBox(150, 110, 10, 10)]);

        var facts = ImageInspection.Inspect(redacted, null);
        Assert.That((facts.MediaType, facts.Width, facts.Height), Is.EqualTo((mediaType, 160, 120)));
        using var picture = SKBitmap.Decode(redacted);
        using var before = SKBitmap.Decode(original);
        var black = picture.GetPixel(40, 40);
        // a JPEG block may ring at the edge of a box, with what stands outside of it
        var darkest = mediaType == "image/png" ? 0 : 60;
        Assert.That(Inside(picture, 16, 32, 48, 16).Max(pixel => Math.Max(pixel.Red, Math.Max(pixel.Green, pixel.Blue))), Is.LessThanOrEqualTo(darkest));
        Assert.That(black, Is.EqualTo(SKColors.Black));
        if (mediaType == "image/png")
            Assert.That(Inside(picture, 0, 0, 160, 32), Is.EqualTo(Inside(before, 0, 0, 160, 32)));
    }

    [Test]
    public void Two_originals_that_differ_only_in_the_box_make_the_same_bytes()
    {
        var boxes = new[] { new RedactionBox(10, 20, 60, 25) };

        Assert.That(RedactedPicture.Of(With(SKColors.Red), boxes), Is.EqualTo(RedactedPicture.Of(With(SKColors.Lime), boxes)));

        static byte[] With(SKColor secret)
        {
            using var bitmap = SKBitmap.Decode(Pictures.Noise(SKEncodedImageFormat.Png));
            using var canvas = new SKCanvas(bitmap);
            canvas.DrawRect(10, 20, 60, 25, new SKPaint { Color = secret });
            using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
            return data.ToArray();
        }
    }

    [Test]
    public void A_cameras_turn_is_applied_before_the_boxes_and_its_metadata_stay_behind()
    {
        var redacted = RedactedPicture.Of(Pictures.Turned(6), [new RedactionBox(0, 0, 40, 20)]);

        using var picture = SKBitmap.Decode(redacted);
        Assert.That((picture.Width, picture.Height), Is.EqualTo((40, 80)));
        Assert.That(picture.GetPixel(20, 5), Is.EqualTo(SKColors.Black));
        Assert.That(picture.GetPixel(20, 32).Red, Is.GreaterThan(200));
        Assert.That(redacted.AsSpan().IndexOf("Exif"u8), Is.EqualTo(-1));
    }

    [Test]
    public void What_hides_behind_transparent_pixels_does_not_come_along()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(20, 20, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.Erase(new SKColor(200, 10, 10, 0));
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);

        using var picture = SKBitmap.Decode(RedactedPicture.Of(data.ToArray(), [new RedactionBox(0, 0, 5, 5)]));

        Assert.That(picture.GetPixel(10, 10), Is.EqualTo(SKColors.White));
    }

    [Test]
    public void Boxes_that_together_leave_nothing_are_known_to()
    {
        Assert.That(RedactionBox.CoverAll([new RedactionBox(0, 0, 50, 40), new RedactionBox(40, 0, 60, 40)], 100, 40));
        Assert.That(RedactionBox.CoverAll([new RedactionBox(0, 0, 50, 40), new RedactionBox(51, 0, 49, 40)], 100, 40), Is.False);
    }

    private static SKColor[] Inside(SKBitmap picture, int x, int y, int width, int height) =>
        [.. Enumerable.Range(y, height).SelectMany(row => Enumerable.Range(x, width).Select(column => picture.GetPixel(column, row)))];
}
