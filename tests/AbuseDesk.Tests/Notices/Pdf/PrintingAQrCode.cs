using System.Globalization;
using System.Text;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Pdf;
using AbuseDesk.Notices.Templates;
using UglyToad.PdfPig;

namespace AbuseDesk.Tests.Notices.Pdf;

/// <summary>The QR code beside “Verify”, read by a program as a telephone reads it.</summary>
public sealed class PrintingAQrCode
{
    private static readonly Uri Desk = new("https://abuse.cloud.example");

    [Test]
    public void A_reader_of_codes_finds_the_page_that_verifies_this_notice([Values("en", "de", "fr")] string language, [Values(NoticeKind.Suspension, NoticeKind.Warning)] NoticeKind kind)
    {
        var facts = kind == NoticeKind.Warning ? SampleSteps.Warning() : SampleFacts.Suspension();
        var pdf = Write(facts.In(language), Desk);

        var page = PageOf(pdf, facts.VerificationCode!);

        Assert.That(Read(pdf, page, 150), Is.EqualTo(new[] { $"https://abuse.cloud.example/verify?code={facts.VerificationCode}" }));
        Assert.That(Links(pdf), Is.EqualTo(new[] { (page, $"https://abuse.cloud.example/verify?code={facts.VerificationCode}") }));
    }

    [Test]
    public void The_longest_address_of_a_desk_can_still_be_read()
    {
        var desk = PublicAddress.Read("https://abuse.cloud.example/" + new string('d', 72));
        var facts = SampleFacts.Suspension();
        var pdf = Write(facts, desk);

        Assert.That(Read(pdf, PageOf(pdf, facts.VerificationCode!), 200), Is.EqualTo(new[] { $"{desk}/verify?code={facts.VerificationCode}" }));
    }

    [Test]
    public void Without_an_address_there_is_no_code_and_the_notice_is_as_it_was()
    {
        var facts = SampleFacts.Suspension();
        var (without, with) = (Write(facts, null), Write(facts, Desk));

        Assert.That(Links(without), Is.Empty);
        Assert.That(Read(without, PageOf(without, facts.VerificationCode!), 150), Is.Empty);
        Assert.That(with.Length - without.Length, Is.LessThan(3000), "the code is drawn, and no picture");
        Assert.That(Pages(with), Is.EqualTo(Pages(without)));
    }

    [Test]
    public void A_notice_with_a_code_is_a_sound_file_that_says_it_is_made_to_last()
    {
        var pdf = Write(SampleFacts.Suspension(), Desk);
        using var file = new Draft(pdf);

        Tool.Run("qpdf", "--check", file.Path);
        Assert.That(Encoding.Latin1.GetString(pdf).Contains("<pdfaid:part>2</pdfaid:part>", StringComparison.Ordinal), "PDF/A");
        Assert.That(Write(SampleFacts.Suspension(), Desk), Is.EqualTo(pdf), "the same record, the same bytes");
    }

    [TestCase("abuse.cloud.example")]
    [TestCase("ftp://abuse.cloud.example")]
    [TestCase("https://abuse.cloud.example?a=b")]
    [TestCase("https://ada:sesame@abuse.cloud.example")]
    [TestCase("https://abuse.cloud.example/12345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public void What_is_no_address_of_a_desk_is_refused(string url) =>
        Assert.That(() => PublicAddress.Read(url), Throws.TypeOf<DeskException>().With.Message.Contains("ABUSEDESK_PUBLIC_URL is “http").Or.Message.Contains("set it to the address of the desk"));

    private static byte[] Write(NoticeFacts facts, Uri? desk)
    {
        var template = new TemplateLibrary(NoticeTexts.TemplatesFolder).Get(facts.Kind, facts.Language);
        var pdf = new PdfWriter(SpecimenNotice.Fonts).Write(NoticeCompiler.Compile(facts, template, desk), _ => SpecimenNotice.Screenshot).Bytes;
        if (desk is not null && Environment.GetEnvironmentVariable("ABUSEDESK_TEST_PDF") is { Length: > 0 } path)
            File.WriteAllBytes($"{path}.{facts.Kind}.{facts.Language}.pdf", pdf);
        return pdf;
    }

    private static string[] Read(byte[] pdf, int page, int dpi)
    {
        using var file = new Draft(pdf);
        var number = page.ToString(CultureInfo.InvariantCulture);
        Tool.Run("pdftoppm", "-r", dpi.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-singlefile", "-gray", "-png", file.Path, file.Path);
        var (_, output, _) = Tool.Try("zbarimg", "-q", "--raw", "--nodbus", file.Path + ".png");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The last page that prints the code, counted from 1.</summary>
    private static int PageOf(byte[] pdf, string code) => PdfText.Pages(pdf).ToList().FindLastIndex(text => text.Contains(code, StringComparison.Ordinal)) + 1;

    private static int Pages(byte[] pdf) => PdfText.Pages(pdf).Count;

    private static List<(int Page, string Url)> Links(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().SelectMany(page => page.GetHyperlinks().Select(link => (page.Number, link.Uri))).Where(link => link.Uri.Contains("verify?code=", StringComparison.Ordinal))];
    }

    private sealed class Draft : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("abusedesk-pdf-").FullName;

        public Draft(byte[] pdf)
        {
            Path = System.IO.Path.Combine(folder, "notice.pdf");
            File.WriteAllBytes(Path, pdf);
        }

        public string Path { get; }

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
