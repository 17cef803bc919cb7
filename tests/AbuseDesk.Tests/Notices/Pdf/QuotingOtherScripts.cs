using AbuseDesk.Notices.Pdf;
using static AbuseDesk.Tests.Notices.Pdf.SpecimenNotice;

namespace AbuseDesk.Tests.Notices.Pdf;

public class QuotingOtherScripts
{
    [TestCase("Жители Ελλάδα được Łódź", TestName = "Cyrillic, Greek, Vietnamese and Polish")]
    [TestCase("مرحبا بالعالم 123 نص", TestName = "Arabic with a number")]
    [TestCase("שלום עולם, 42", TestName = "Hebrew with a number")]
    public void Scripts_that_the_shipped_fonts_have_lack_no_glyph(string quoted)
    {
        var result = Write(Of([Paragraph($"Before “{quoted}” after.")]));
        Assert.That(result.MissingGlyphs, Is.Empty);
        Assert.That(PdfText.Pages(result.Bytes)[0], Does.Contain("Before").And.Contain("after."));
    }

    [Test]
    public void Arabic_letters_join_and_stand_from_right_to_left()
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(Write(Of([Paragraph("From السلام here")])).Bytes);
        var line = PdfText.Lines(document.GetPage(1)).Single(letters => letters.Any(letter => letter.Value.Contains('س')));
        var seen = line.First(letter => letter.Value.Contains('س'));
        var mim = line.First(letter => letter.Value.Contains('م'));
        Assert.That(seen.StartBaseLine.X, Is.GreaterThan(mim.StartBaseLine.X), "the earlier letter stands further right");
        Assert.That(line.First(letter => letter.Value == "F").StartBaseLine.X, Is.LessThan(mim.StartBaseLine.X));
        Assert.That(line.Last(letter => letter.Value == "h").StartBaseLine.X, Is.GreaterThan(seen.StartBaseLine.X));
    }

    [Test]
    public void A_character_that_no_font_has_is_reported_once_and_shown_as_a_mark()
    {
        var result = new PdfWriter(new FontLibrary([FontFolder()], systemFonts: false)).Write(Of([Paragraph("A 你 and 你 again")]), _ => []);
        Assert.That(result.MissingGlyphs, Is.EqualTo(new[] { "你" }));
        Assert.That(PdfText.Pages(result.Bytes)[0], Does.Match("A [\ufffd?] and [\ufffd?] again"));
    }

    [Test]
    public void Directional_overrides_in_quoted_content_have_no_effect()
    {
        Assert.That(PdfText.Pages(Write(Of([Paragraph("evil\u202egpj.exe end")])).Bytes)[0], Does.Contain("evilgpj.exe end"));
    }

    [Test]
    public void A_folder_without_the_fonts_of_the_notice_is_named_in_the_error()
    {
        var folder = Directory.CreateTempSubdirectory("no-fonts").FullName;
        Assert.That(
            () => new PdfWriter(new FontLibrary([folder])).Write(Whole, _ => []),
            Throws.TypeOf<DeskException>().With.Message.Contains(folder).And.Message.Contains("IBMPlex"));
    }
}
