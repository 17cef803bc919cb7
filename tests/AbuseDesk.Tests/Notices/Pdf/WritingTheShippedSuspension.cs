using AbuseDesk.Notices.Pdf;

namespace AbuseDesk.Tests.Notices.Pdf;

public class WritingTheShippedSuspension
{
    [Test]
    public void The_shipped_template_becomes_a_notice_in_which_no_glyph_is_missing()
    {
        var document = NoticeTexts.Compile(SampleFacts.Suspension());
        var result = new PdfWriter(SpecimenNotice.Fonts).Write(document, _ => SpecimenNotice.Screenshot);
        if (Environment.GetEnvironmentVariable("ABUSEDESK_TEST_PDF") is { Length: > 0 } path) File.WriteAllBytes(path + ".shipped.pdf", result.Bytes);
        Assert.That(result.MissingGlyphs, Is.Empty);
        Assert.That(PdfText.Pages(result.Bytes)[0], Does.Contain(document.Reference).And.Contain($"Page 1 of {result.Pages}"));
    }
}
