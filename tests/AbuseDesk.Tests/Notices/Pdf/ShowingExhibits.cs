using System.Diagnostics;
using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Pdf;
using UglyToad.PdfPig;
using static AbuseDesk.Tests.Notices.Pdf.SpecimenNotice;

namespace AbuseDesk.Tests.Notices.Pdf;

public class ShowingExhibits
{
    [TestCase(1280, 800)]
    [TestCase(1280, 2000)]
    [TestCase(300, 200)]
    public void A_picture_keeps_its_proportions_and_stays_inside_the_text_area(int width, int height)
    {
        var bytes = Jpeg(width, height);
        var result = new PdfWriter(Fonts).Write(Of([SpecimenAnnexes.Exhibit(1, Describe(bytes, width, height))]), _ => bytes);
        using var document = PdfDocument.Open(result.Bytes);
        var picture = document.GetPage(2).GetImages().Single().BoundingBox;
        Assert.That(picture.Width / picture.Height, Is.EqualTo((double)width / height).Within(0.01));
        Assert.That(picture.Width, Is.LessThanOrEqualTo(154 * 72 / 25.4 + 0.5));
        Assert.That(picture.Bottom, Is.GreaterThanOrEqualTo(36 * 72 / 25.4 - 0.5));
    }

    [Test]
    public void Ninety_eight_screenshots_add_little_to_their_own_size_and_are_drawn_in_seconds()
    {
        var pictures = Enumerable.Range(0, 98).Select(n => WithComment(Screenshot, n)).ToList();
        var exhibits = pictures.Select((bytes, n) => SpecimenAnnexes.Exhibit(n + 1, Describe(bytes, 1280, 1256))).ToList();
        var bySha256 = pictures.ToDictionary(bytes => Describe(bytes, 0, 0).Sha256);
        var clock = Stopwatch.StartNew();
        var result = new PdfWriter(Fonts).Write(Of([.. exhibits]), sha256 => bySha256[sha256]);
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)), "generous for busy machines; the target of 3 s is for the benchmark");
        Assert.That(result.Pages, Is.EqualTo(99));
        Assert.That(result.Bytes, Has.Length.LessThan(pictures.Sum(bytes => bytes.Length) + 98 * 6_000 + 150_000));
        Assert.That(pictures.Count(bytes => result.Bytes.AsSpan().IndexOf(bytes) > 0), Is.EqualTo(98));
    }

    [Test]
    public void A_tall_screenshot_goes_on_over_pages_and_is_in_the_file_once()
    {
        var bytes = Jpeg(1280, 9000);
        var result = new PdfWriter(Fonts).Write(Of([SpecimenAnnexes.Exhibit(1, Describe(bytes, 1280, 9000))]), _ => bytes);
        var pages = PdfText.Pages(result.Bytes);
        Assert.That(result.Pages, Is.EqualTo(7));
        Assert.That(pages[2].Replace('\u00a0', ' '), Does.Contain("Exhibit 1 (2/6)"));
        Assert.That(pages[6].Replace('\u00a0', ' '), Does.Contain("Exhibit 1 (6/6)"));
        var first = result.Bytes.AsSpan().IndexOf(bytes);
        Assert.That(first, Is.GreaterThan(0));
        Assert.That(result.Bytes.AsSpan(first + 1).IndexOf(bytes), Is.LessThan(0));
    }

    [Test]
    public void An_exhibit_with_a_long_excerpt_gives_its_picture_the_next_page()
    {
        var exhibit = SpecimenAnnexes.Exhibit(1, Picture);
        var words = new Particular("Excerpt", [new TextRun(string.Join(" ", Enumerable.Repeat("quoted words", 400)))], Quoted: true);
        var result = Write(Of([exhibit with { Particulars = [.. exhibit.Particulars, words] }]));
        using var document = PdfDocument.Open(result.Bytes);
        Assert.That(document.GetPages().Last().GetImages().Count(), Is.EqualTo(1));
        Assert.That(PdfText.Text(document.GetPages().Last()), Does.Not.Contain("quoted words"));
    }

    /// <summary>The same picture as a different file: a comment after the first marker.</summary>
    private static byte[] WithComment(byte[] jpeg, int number) =>
        [.. jpeg.AsSpan(0, 2), 0xff, 0xfe, 0, 4, (byte)(number >> 8), (byte)number, .. jpeg.AsSpan(2)];
}
