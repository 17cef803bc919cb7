using AbuseDesk.Evidence;
using SkiaSharp;

namespace AbuseDesk.Tests.Evidence;

public sealed class InspectingAnImage
{
    [TestCase(SKEncodedImageFormat.Png, "image/png", "a.PNG")]
    [TestCase(SKEncodedImageFormat.Jpeg, "image/jpeg", "a.jpg")]
    [TestCase(SKEncodedImageFormat.Jpeg, "image/jpeg", "image/jpeg; q=1")]
    [TestCase(SKEncodedImageFormat.Webp, "image/webp", "a.webp")]
    [TestCase(SKEncodedImageFormat.Webp, "image/webp", "a.upload")]
    [TestCase(SKEncodedImageFormat.Png, "image/png", null)]
    public void An_image_is_measured_from_its_bytes(SKEncodedImageFormat format, string type, string? name) =>
        Assert.That(ImageInspection.Inspect(Pictures.Noise(format), name), Is.EqualTo(new ImageFacts(type, 160, 120, false)));

    [TestCase("a.png", SKEncodedImageFormat.Jpeg, "“a.png” claims to be PNG but is JPEG")]
    [TestCase("a.jpeg", SKEncodedImageFormat.Webp, "“a.jpeg” claims to be JPEG but is WebP")]
    [TestCase("image/webp", SKEncodedImageFormat.Png, "“image/webp” claims to be WebP but is PNG")]
    [TestCase("a.gif", SKEncodedImageFormat.Png, "“a.gif” claims to be GIF but is PNG")]
    public void A_false_claim_is_refused(string name, SKEncodedImageFormat format, string reason) =>
        Assert.That(Refusal(Pictures.Noise(format), name), Does.StartWith(reason));

    [Test]
    public void What_is_no_image_is_refused()
    {
        Assert.That(Refusal("just words, no image"u8.ToArray(), "a.png"), Is.EqualTo("“a.png” is not an image; give a PNG, JPEG or WebP file."));
        Assert.That(Refusal([], null), Is.EqualTo("The screenshot is empty; choose the file again."));
        Assert.That(Refusal([.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B], null),
            Does.StartWith("The screenshot is GIF; give"));
    }

    [Test]
    public void A_file_cut_anywhere_is_refused(
        [Values(SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Webp)] SKEncodedImageFormat format,
        [Values(0.01, 0.3, 0.6, 0.9, 0.99, 1)] double part)
    {
        var whole = Pictures.Noise(format);
        Assert.That(Refusal(whole[..((int)(whole.Length * part) - 1)], null), Does.Contain("cut off").Or.Contain("not an image"));
    }

    [Test]
    public void A_damaged_row_of_a_png_is_found()
    {
        var png = Pictures.Noise(SKEncodedImageFormat.Png);
        png[png.Length / 2] ^= 0x55;
        Assert.That(Refusal(png, null), Does.Contain("damaged or cut off"));
    }

    // The picture has next to no pixels behind its header, so decoding first would call it damaged.
    [Test]
    public void A_hundred_megapixels_are_refused_before_a_pixel_is_decoded() =>
        Assert.That(Refusal(Pictures.PngClaiming(10_000, 10_000), null), Does.StartWith("The screenshot has 100 megapixels; at most 50"));

    [Test]
    public void Thirty_megabytes_are_the_most() =>
        Assert.That(Refusal(new byte[ImageInspection.LargestFile + 1], "a.png"), Does.StartWith("“a.png” is larger than 30 MB"));

    [TestCase((byte)1, 80, 40)]
    [TestCase((byte)3, 80, 40)]
    [TestCase((byte)6, 40, 80)]
    [TestCase((byte)8, 40, 80)]
    public void A_camera_turn_counts_in_the_measures(byte orientation, int width, int height) =>
        Assert.That(ImageInspection.Inspect(Pictures.Turned(orientation), null), Is.EqualTo(new ImageFacts("image/jpeg", width, height, false)));

    private static string Refusal(byte[] bytes, string? name) =>
        Assert.Throws<DeskException>(() => ImageInspection.Inspect(bytes, name))!.Message;
}
