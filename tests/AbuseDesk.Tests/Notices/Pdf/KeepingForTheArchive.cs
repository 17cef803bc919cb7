using System.Diagnostics;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace AbuseDesk.Tests.Notices.Pdf;

/// <summary>What PDF/A-2b asks of the structure; no validator of the standard is free to use here.</summary>
public class KeepingForTheArchive
{
    private readonly byte[] _pdf = SpecimenNotice.Write(SpecimenNotice.Whole).Bytes;

    [Test]
    public void The_colours_are_tied_to_a_profile_in_the_file()
    {
        using var document = PdfDocument.Open(_pdf);
        var intent = Dictionary(document, ((ArrayToken)Resolve(document, Catalog(document).Data["OutputIntents"])).Data[0]);

        Assert.That(intent.Data["S"].ToString(), Does.Contain("GTS_PDFA1"));
        Assert.That(Resolve(document, intent.Data["DestOutputProfile"]), Is.TypeOf<StreamToken>());
    }

    [Test]
    public void The_metadata_name_the_part_and_the_level()
    {
        using var document = PdfDocument.Open(_pdf);
        Assert.That(document.TryGetXmpMetadata(out var metadata), Is.True);
        var xml = metadata!.GetXDocument().ToString();

        Assert.That(xml, Does.Match("pdfaid:part(>|=\")2").And.Match("pdfaid:conformance(>|=\")B"));
        Assert.That(xml, Does.Contain(SpecimenNotice.Whole.Subject));
    }

    [Test]
    public void Every_font_is_in_the_file()
    {
        using var document = PdfDocument.Open(_pdf);
        var fonts = document.GetPages().SelectMany(page => Fonts(document, page.Dictionary)).ToList();

        Assert.That(fonts, Is.Not.Empty);
        foreach (var font in fonts)
        {
            var inner = Dictionary(document, ((ArrayToken)Resolve(document, font.Data["DescendantFonts"])).Data[0]);
            Assert.That(Dictionary(document, inner.Data["FontDescriptor"]).Data.Keys, Does.Contain("FontFile2").Or.Contain("FontFile3"));
            Assert.That(font.Data.Keys, Does.Contain("ToUnicode"), "its letters can be found by their words");
        }
    }

    [Test]
    public void Nothing_in_it_runs_or_is_locked()
    {
        using var document = PdfDocument.Open(_pdf);

        Assert.That(document.IsEncrypted, Is.False);
        Assert.That(Catalog(document).Data.Keys, Does.Not.Contain("OpenAction").And.Not.Contain("AA").And.Not.Contain("AcroForm"));
        Assert.That(Catalog(document).Data.Keys, Does.Contain("Lang").And.Contain("Outlines").And.Contain("Metadata"));
        Assert.That(Encoding.Latin1.GetString(_pdf), Does.Not.Contain("/JavaScript").And.Not.Contain("/Launch"));
    }

    [Test]
    public void Another_program_finds_no_fault_in_it()
    {
        if (!Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "qpdf"))))
            Assert.Ignore("qpdf is not installed");

        var path = Path.Combine(Directory.CreateTempSubdirectory("archive").FullName, "notice.pdf");
        File.WriteAllBytes(path, _pdf);
        using var qpdf = Process.Start(new ProcessStartInfo("qpdf", ["--check", path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = qpdf.StandardOutput.ReadToEnd() + qpdf.StandardError.ReadToEnd();
        qpdf.WaitForExit();

        Assert.That(qpdf.ExitCode, Is.Zero, said);
        Assert.That(said, Does.Contain("No syntax or stream encoding errors found"));
    }

    private static IEnumerable<DictionaryToken> Fonts(PdfDocument document, DictionaryToken page)
    {
        var resources = Dictionary(document, page.Data["Resources"]);
        return resources.Data.TryGetValue("Font", out var fonts) ? Dictionary(document, fonts).Data.Values.Select(font => Dictionary(document, font)) : [];
    }

    private static DictionaryToken Catalog(PdfDocument document) => document.Structure.Catalog.CatalogDictionary;

    private static IToken Resolve(PdfDocument document, IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data).Data : token;

    private static DictionaryToken Dictionary(PdfDocument document, IToken token) => (DictionaryToken)Resolve(document, token);
}
