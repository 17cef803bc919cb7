using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Pdf;
using SkiaSharp;
using UglyToad.PdfPig;
using static AbuseDesk.Tests.Notices.Pdf.SpecimenNotice;

namespace AbuseDesk.Tests.Notices.Pdf;

public class UnusualPictures
{
    [Test]
    public void A_screenshot_of_forty_megapixels_is_in_the_file_as_it_is()
    {
        var bytes = Jpeg(8000, 5000);
        var result = Draw(bytes, 8000, 5000);

        Assert.That(result.UnreadablePictures, Is.Empty);
        Assert.That(result.Pages, Is.EqualTo(2));
        Assert.That(result.Bytes.AsSpan().IndexOf(bytes), Is.GreaterThan(0));
    }

    [Test]
    public void A_png_of_forty_megapixels_is_reduced_to_what_paper_shows()
    {
        var result = Draw(Encoded(8000, 5000, SKEncodedImageFormat.Png), 8000, 5000);

        using var document = PdfDocument.Open(result.Bytes);
        Assert.That(document.GetPage(2).GetImages().Single().WidthInSamples, Is.EqualTo(2426));
    }

    [TestCase(1, 1)]
    [TestCase(1, 4000)]
    [TestCase(4000, 1)]
    public void A_picture_of_a_pixel_stays_inside_the_text_area(int width, int height)
    {
        var result = Draw(Jpeg(width, height), width, height);

        using var document = PdfDocument.Open(result.Bytes);
        foreach (var picture in document.GetPages().SelectMany(page => page.GetImages()))
            Assert.That(picture.BoundingBox.Width, Is.LessThanOrEqualTo(154 * 72 / 25.4 + 0.5));
        Assert.That(result.UnreadablePictures, Is.Empty);
    }

    [Test]
    public void A_screenshot_of_thirty_thousand_pixels_is_split_over_pages_to_its_end()
    {
        var result = Draw(Jpeg(1280, 30_000), 1280, 30_000);

        using var document = PdfDocument.Open(result.Bytes);
        var pages = document.GetPages().Where(page => page.GetImages().Any()).ToList();
        Assert.That(pages, Has.Count.InRange(7, 9));
        var last = pages[^1].GetImages().Single().BoundingBox;
        Assert.That(last.Bottom, Is.GreaterThanOrEqualTo(36 * 72 / 25.4 - 0.5), "its lower edge is on the last page");
        Assert.That(PdfText.Text(pages[^1]), Does.Contain($"({pages.Count}/{pages.Count})"));
    }

    [TestCase("no picture at all")]
    [TestCase("a JPEG cut off")]
    [TestCase("a PNG cut off")]
    [TestCase("nothing")]
    public void A_picture_that_cannot_be_read_is_said_on_its_page_and_in_the_result(string kind)
    {
        var result = Draw(Damaged(kind), 1280, 1256);

        Assert.That(PdfText.Pages(result.Bytes)[1], Does.Contain("This picture cannot be shown: its file is damaged or is no picture."));
        Assert.That(result.UnreadablePictures, Has.Count.EqualTo(1));
        Assert.That(PdfLacks.Read(new MemoryStream(result.Bytes)).Pictures, Is.EqualTo(result.UnreadablePictures));
    }

    private static byte[] Damaged(string kind) => kind switch
    {
        "no picture at all" => "no picture"u8.ToArray(),
        "a JPEG cut off" => Screenshot[..(Screenshot.Length / 2)],
        "a PNG cut off" => Encoded(1280, 1256, SKEncodedImageFormat.Png)[..2000],
        _ => [],
    };

    private static PdfResult Draw(byte[] bytes, int width, int height) =>
        new PdfWriter(Fonts).Write(Of(SpecimenAnnexes.Exhibit(1, Describe(bytes, width, height))), _ => bytes);

    private static byte[] Encoded(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = SKBitmap.Decode(Jpeg(width, height));
        return bitmap.Encode(format, 80).ToArray();
    }
}
