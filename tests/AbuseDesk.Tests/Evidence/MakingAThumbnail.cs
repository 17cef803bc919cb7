using AbuseDesk.Evidence;
using SkiaSharp;

namespace AbuseDesk.Tests.Evidence;

public sealed class MakingAThumbnail
{
    [Test]
    public void A_thumbnail_is_a_smaller_jpeg_of_the_same_shape(
        [Values(SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Webp)] SKEncodedImageFormat format)
    {
        var small = Thumbnail.Of(Pictures.Noise(format, 1280, 800), 320);
        Assert.That(ImageInspection.Inspect(small, "a.jpg"), Is.EqualTo(new ImageFacts("image/jpeg", 320, 200, false)));
    }

    [Test]
    public void A_small_image_is_not_enlarged() =>
        Assert.That(ImageInspection.Inspect(Thumbnail.Of(Pictures.Noise(SKEncodedImageFormat.Png), 320), null).Width, Is.EqualTo(160));

    [Test]
    public void What_is_transparent_becomes_white()
    {
        using var clear = new SKBitmap(20, 20);
        using var png = clear.Encode(SKEncodedImageFormat.Png, 100);
        using var small = SKBitmap.Decode(Thumbnail.Of(png.ToArray(), 10));
        Assert.That(small.GetPixel(5, 5), Is.EqualTo(SKColors.White));
    }

    // Where the red half of the stored picture (its left) is shown after the turn.
    [TestCase((byte)1, 5, 10)]
    [TestCase((byte)2, 35, 10)]
    [TestCase((byte)3, 35, 10)]
    [TestCase((byte)4, 5, 10)]
    [TestCase((byte)5, 10, 5)]
    [TestCase((byte)6, 10, 5)]
    [TestCase((byte)7, 10, 35)]
    [TestCase((byte)8, 10, 35)]
    public void A_camera_turn_is_applied(byte orientation, int x, int y)
    {
        using var small = SKBitmap.Decode(Thumbnail.Of(Pictures.Turned(orientation), orientation > 4 ? 20 : 40));
        Assert.That(small.GetPixel(x, y).Red, Is.GreaterThan(200));
        Assert.That(small.GetPixel(small.Width - 1 - x, small.Height - 1 - y).Blue, Is.GreaterThan(200));
    }

    [Test]
    public void What_is_no_image_gets_no_thumbnail() =>
        Assert.That(() => Thumbnail.Of([1, 2, 3], 320), Throws.TypeOf<DeskException>());
}
