using System.Text;
using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Pdf;
using UglyToad.PdfPig;
using static AbuseDesk.Tests.Notices.Pdf.SpecimenNotice;

namespace AbuseDesk.Tests.Notices.Pdf;

public class PrintingEveryScript
{
    /// <summary>What the notice has where nothing else is installed.</summary>
    private static FontLibrary Shipped { get; } = new([FontFolder()], systemFonts: false);

    [TestCase("Devanagari", "क्षत्रिय ज्ञान श्री द्ध्य स्त्री। १२३")]
    [TestCase("Thai", "ภาษาไทยไม่มีการเว้นวรรค ที่ น้ำ")]
    [TestCase("Bengali", "ক্ষমতা শ্রী")]
    [TestCase("Ethiopic", "አማርኛ")]
    [TestCase("Chinese", "他们说：“明天，带上武器。”")]
    [TestCase("Japanese", "「国会へ」と書いてあった。カタカナ")]
    [TestCase("Korean", "한국어 국회의사당으로")]
    [TestCase("emoji", "👍🏽 👨‍👩‍👧‍👦 🇺🇸 1️⃣ ❤️ 🤷🏾‍♀️")]
    public void A_script_whose_font_is_installed_lacks_no_glyph(string script, string words)
    {
        if (PrintableScripts.LackingIn(Fonts).FirstOrDefault(lacking => lacking.Name == script) is { } lacking)
            Missing.Part($"{lacking.Package} is not installed");

        Assert.That(Write(Of(Text(words))).MissingGlyphs, Is.Empty);
    }

    [Test]
    public void A_line_of_Thai_ends_where_a_syllable_ends()
    {
        if (PrintableScripts.LackingIn(Fonts).Any(lacking => lacking.Name == "Thai"))
            Missing.Part("fonts-noto-core is not installed");

        using var pdf = PdfDocument.Open(Write(Of(Text(string.Concat(Enumerable.Repeat("เพื่อหา", 60))))).Bytes);
        var starts = PdfText.Lines(pdf.GetPage(1)).Where(line => line[0].PointSize is > 10 and < 11).GroupBy(line => Math.Round(line[0].StartBaseLine.Y / 10))
            .Select(lines => lines.SelectMany(line => line).MinBy(letter => letter.StartBaseLine.X)!.Value).ToList();
        Assert.That(starts, Has.Count.GreaterThan(2));
        Assert.That(starts, Is.All.StartsWith("เ"));
    }

    [Test]
    public void A_mark_that_no_font_has_is_reported_and_its_letter_is_printed()
    {
        var result = new PdfWriter(Shipped).Write(Of(Text("H\u0336ate")), _ => []);

        Assert.That(result.MissingGlyphs, Is.EqualTo(new[] { "\u0336" }));
        Assert.That(PdfText.Pages(result.Bytes)[0], Does.Contain("Hate"));
    }

    [Test]
    public void Every_part_of_an_emoji_that_no_font_has_is_reported() =>
        Assert.That(new PdfWriter(Shipped).Write(Of(Text("see 👩‍👧 1️⃣")), _ => []).MissingGlyphs, Is.EquivalentTo(new[] { "👩", "👧", "\u20e3" }));

    [Test]
    public void Characters_that_show_nothing_are_never_missing() =>
        Assert.That(new PdfWriter(Shipped).Write(Of(Text("a\u200bb\u200cc\u200dd\u2060e\u034ff\ufe0fg\u2068h\u2069")), _ => []).MissingGlyphs, Is.Empty);

    [Test]
    public void The_file_says_itself_what_it_lacks()
    {
        var result = new PdfWriter(Shipped).Write(Of(Text("你 and 你")), _ => []);

        Assert.That(PdfLacks.Read(new MemoryStream(result.Bytes)).Characters, Is.EqualTo(new[] { "你" }));
        Assert.That(PdfLacks.Read(new MemoryStream(Write(Of(Text("plain"))).Bytes)).Characters, Is.Empty);
    }

    [Test]
    public void A_machine_with_the_shipped_fonts_alone_is_told_what_to_install()
    {
        var lacking = PrintableScripts.LackingIn(Shipped).ToDictionary(script => script.Name, script => script.Package);

        Assert.That(lacking["Chinese"], Is.EqualTo("fonts-noto-cjk"));
        Assert.That(lacking["Korean"], Is.EqualTo("fonts-noto-cjk"));
        Assert.That(lacking["Thai"], Is.EqualTo("fonts-noto-core"));
        Assert.That(lacking["emoji"], Is.EqualTo("fonts-noto-color-emoji"));
        Assert.That(lacking.Keys, Does.Not.Contain("Hebrew").And.Not.Contain("Arabic").And.Not.Contain("Latin"));
    }

    [TestCase(0xe000)]
    [TestCase(0x0378)]
    public void Nothing_is_to_be_installed_for_what_is_no_character(int codepoint) =>
        Assert.That(PrintableScripts.PackageFor(new Rune(codepoint)), Is.Null);

    private static ParagraphBlock Text(string words) => new([new TextRun(words)]);
}
