using AbuseDesk.Notices.Pdf;
using AbuseDesk.Notices.Templates;

namespace AbuseDesk.Tests.Notices.Pdf;

public sealed class EndingAPage
{
    private static readonly string Words = File.ReadAllText(Path.Combine(NoticeTexts.TemplatesFolder, "notices", "en", "language.yml"));

    [Test]
    public void A_single_paragraph_never_ends_a_notice_on_a_page_of_its_own()
    {
        var last = Enumerable.Range(20, 30).Select(count => Pages(count)).Where(pages => pages.Count > 1).Select(pages => pages[^1].Split("Paragraph").Length - 1).ToList();

        Assert.That(last, Is.Not.Empty);
        Assert.That(last, Has.None.EqualTo(1));
    }

    private static IReadOnlyList<string> Pages(int paragraphs)
    {
        var body = string.Join("\n\n", Enumerable.Range(1, paragraphs).Select(number => $"Paragraph {number}."));
        var template = TemplateLibrary.Parse("test.md", $"---\nkind: warning\nlanguage: en\nname: Test\nsubject: Test\n---\n{body}\n", "language.yml", Words);
        return [.. PdfText.Pages(new PdfWriter(SpecimenNotice.Fonts).Write(NoticeCompiler.Compile(SampleSteps.Warning(), template), _ => []).Bytes)];
    }
}
