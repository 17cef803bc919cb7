using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Pdf;

namespace AbuseDesk.Tests.Notices.Pdf;

/// <summary>The shipped templates of the newer kinds, read back from the PDF.</summary>
public sealed class WritingTheLetters
{
    private static readonly (string Name, Func<NoticeFacts> Facts, string[] Says)[] Letters =
    [
        ("reinstatement", SampleReinstatement.Lifted, ["S-2021-0004", "Name a person who answers for removals", "98 items", "Ruth Ostrander"]),
        ("termination", SampleTermination.Facts, ["End for breach", "30 days", "S-2021-0004", "Ruth Ostrander"]),
        ("receipt", SampleLetters.Receipt, ["R-2020-00007", "perch.example/p/7wd7hkgp", "It is not yet our decision"]),
        ("decision", SampleLetters.Decision, ["R-2020-00008", "No breach", "The post quotes a novel", "legal@cloud.example"]),
    ];

    [TestCaseSource(nameof(Names))]
    public void The_shipped_template_becomes_a_letter_in_which_no_glyph_is_missing(string name)
    {
        var letter = Letters.First(one => one.Name == name);
        var document = NoticeTexts.Compile(letter.Facts());
        var result = new PdfWriter(SpecimenNotice.Fonts).Write(document, _ => []);
        if (Environment.GetEnvironmentVariable("ABUSEDESK_TEST_PDF") is { Length: > 0 } path) File.WriteAllBytes($"{path}.{name}.pdf", result.Bytes);
        var text = string.Join(' ', PdfText.Pages(result.Bytes));

        Assert.That(result.MissingGlyphs, Is.Empty);
        Assert.That(text, Does.Contain(document.Reference).And.Contain($"Page 1 of {result.Pages}"));
        foreach (var said in letter.Says)
            Assert.That(text, Does.Contain(said));
    }

    private static IEnumerable<string> Names() => Letters.Select(letter => letter.Name);
}
