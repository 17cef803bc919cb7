using AbuseDesk.Notices.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Tokens;

namespace AbuseDesk.Tests.Notices.Pdf;

public class WritingTheSpecimen
{
    private PdfResult _result = null!;
    private IReadOnlyList<string> _pages = null!;

    [OneTimeSetUp]
    public void Write()
    {
        _result = SpecimenNotice.Write(SpecimenNotice.Whole);
        _pages = PdfText.Pages(_result.Bytes);

        // to look at it: ABUSEDESK_TEST_PDF=/tmp/notice.pdf
        if (Environment.GetEnvironmentVariable("ABUSEDESK_TEST_PDF") is { Length: > 0 } path) File.WriteAllBytes(path, _result.Bytes);
    }

    [Test]
    public void It_has_the_pages_of_the_specimen_and_lacks_no_glyph()
    {
        Assert.That(_result.Pages, Is.EqualTo(10));
        Assert.That(_pages, Has.Count.EqualTo(10));
        Assert.That(_result.MissingGlyphs, Is.Empty);
    }

    [Test]
    public void Every_page_carries_the_reference_the_kind_and_its_number()
    {
        for (var page = 1; page <= _pages.Count; page++)
        {
            Assert.That(_pages[page - 1], Does.Contain("N-2021-0036"));
            Assert.That(_pages[page - 1], Does.Contain("Notice of suspension"));
            Assert.That(_pages[page - 1], Does.Contain($"Page {page} of 10"));
        }
    }

    [Test]
    public void The_text_is_found_in_reading_order_with_its_ligatures_spelt_out()
    {
        var text = string.Join(" ", _pages);
        var order = new[] { "Example Cloud", "Saturday 9 January 2021", "effective Sunday 10 January 2021, 23:59 PST", "Pacific Standard Time", "finding. We do not disclose", "Batch 8 holds 30 items.", "7.4 Incitement to violence.", "Verdict: insufficient.", "The measure", "Ines Calder", "98 items: 37 removed", "Exhibit 13" };
        var at = -1;
        foreach (var words in order)
        {
            var found = text.IndexOf(words, at + 1, StringComparison.Ordinal);
            Assert.That(found, Is.GreaterThan(at), words);
            at = found;
        }
    }

    [Test]
    public void Page_references_name_the_page_of_their_anchor()
    {
        Assert.That(_pages[4], Does.Contain("A, Items (page 6). B, Exhibits (page 8)."));
        Assert.That(_pages[5], Does.Contain("Annex A"));
        Assert.That(_pages[7], Does.Contain("Annex B"));
    }

    [Test]
    public void Links_lead_to_destinations_that_exist()
    {
        using var document = PdfDocument.Open(_result.Bytes);
        var exhibit = document.GetPage(9);
        Assert.That(Destinations(document), Does.Contain("i6").And.Contain("x6").And.Contain("xD13").And.Contain("annexB"));
        foreach (var target in document.GetPages().SelectMany(page => page.GetAnnotations()).Select(Target))
            Assert.That(Destinations(document), Does.Contain(target));
        Assert.That(exhibit.GetAnnotations().Count(), Is.EqualTo(1), "the way back to the item");
        Assert.That(document.GetPage(6).GetAnnotations().Count(), Is.EqualTo(2), "one link for each item of the page whose exhibit is in the file");
    }

    [Test]
    public void Screenshots_are_in_the_file_byte_for_byte()
    {
        Assert.That(_result.Bytes.AsSpan().IndexOf(SpecimenNotice.Screenshot), Is.GreaterThan(0));
    }

    [Test]
    public void The_metadata_say_what_the_notice_is_and_that_it_is_for_the_archive()
    {
        using var document = PdfDocument.Open(_result.Bytes);
        Assert.That(document.Information.Title, Is.EqualTo(SpecimenNotice.Whole.Subject));
        Assert.That(document.Information.Author, Is.EqualTo("Example Cloud, Abuse Desk"));
        Assert.That(document.Information.CreationDate, Does.Contain("20210110013000"));
        Assert.That(System.Text.Encoding.Latin1.GetString(_result.Bytes), Does.Contain("<pdfaid:part>2</pdfaid:part>"));
    }

    [Test]
    public void The_outline_names_sections_annexes_and_exhibits()
    {
        using var document = PdfDocument.Open(_result.Bytes);
        Assert.That(document.TryGetBookmarks(out var bookmarks), Is.True);
        var titles = bookmarks!.GetNodes().Select(node => node.Title.Replace('\u00a0', ' ')).ToList();
        Assert.That(titles, Does.Contain("1  Facts").And.Contain("Annex A  Items").And.Contain("Exhibit 13"));
        Assert.That(bookmarks.Roots, Has.Count.EqualTo(8));
    }

    [Test]
    public void The_language_of_the_text_is_in_the_file()
    {
        using var document = PdfDocument.Open(_result.Bytes);
        Assert.That(document.Structure.Catalog.CatalogDictionary.Data["Lang"].ToString(), Does.Contain("en"));
    }

    [Test]
    public void The_same_notice_gives_the_same_bytes()
    {
        Assert.That(SpecimenNotice.Write(SpecimenNotice.Whole).Bytes, Is.EqualTo(_result.Bytes));
    }

    [Test]
    public void A_short_notice_written_hundreds_of_times_gives_the_same_bytes_each_time()
    {
        // the drawing library names files by chance, and writes some of its names in another notation
        var notice = SpecimenNotice.Of(SpecimenNotice.Paragraph("Short."));
        var first = SpecimenNotice.Write(notice).Bytes;
        for (var i = 0; i < 300; i++) Assert.That(SpecimenNotice.Write(notice).Bytes.AsSpan().SequenceEqual(first), Is.True, $"time {i}");
    }

    [Test]
    public void Notices_written_at_the_same_time_do_not_disturb_each_other()
    {
        var results = new byte[6][];
        Parallel.For(0, results.Length, i => results[i] = SpecimenNotice.Write(SpecimenNotice.Whole).Bytes);
        Assert.That(results, Is.All.EqualTo(_result.Bytes));
    }

    [Test]
    public void No_line_runs_past_the_column()
    {
        using var document = PdfDocument.Open(_result.Bytes);
        const double right = 180 * 72 / 25.4;
        foreach (var page in document.GetPages())
            Assert.That(page.Letters.Max(letter => letter.EndBaseLine.X), Is.LessThanOrEqualTo(right + 0.1), $"page {page.Number}");
    }

    [Test]
    public void Only_the_glyphs_it_shows_are_embedded()
    {
        Assert.That(_result.Bytes, Has.Length.LessThan(2 * SpecimenNotice.Screenshot.Length + 200_000));
    }

    private static IEnumerable<string> Destinations(PdfDocument document)
    {
        var reference = (IndirectReferenceToken)document.Structure.Catalog.CatalogDictionary.Data["Dests"];
        return ((DictionaryToken)document.Structure.GetObject(reference.Data).Data).Data.Keys;
    }

    private static string Target(Annotation annotation) => ((NameToken)annotation.AnnotationDictionary.Data["Dest"]).Data;
}
