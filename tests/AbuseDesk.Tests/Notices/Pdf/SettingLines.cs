using AbuseDesk.Notices.Document;
using UglyToad.PdfPig;
using static AbuseDesk.Tests.Notices.Pdf.SpecimenNotice;

namespace AbuseDesk.Tests.Notices.Pdf;

public class SettingLines
{
    private const double TextLeft = 52 * 72 / 25.4;
    private const double Right = 180 * 72 / 25.4;

    [Test]
    public void No_last_line_holds_a_single_word()
    {
        for (var words = 20; words < 60; words++)
        {
            var lines = LinesOf(string.Join(" ", Enumerable.Repeat("moderate", words)));
            Assert.That(lines[^1].Trim().Split(' '), Has.Length.GreaterThan(1), $"{words} words");
        }
    }

    [Test]
    public void Words_joined_by_a_space_that_never_breaks_stay_on_one_line()
    {
        for (var words = 5; words < 25; words++)
        {
            var lines = LinesOf(string.Join(" ", Enumerable.Repeat("word", words)) + " 10~January~2021 and more words after it");
            Assert.That(lines, Has.One.Contains("10 January 2021"), $"{words} words");
        }
    }

    [Test]
    public void An_address_longer_than_the_column_is_cut_and_loses_nothing()
    {
        var url = "https://perch.example/" + string.Concat(Enumerable.Repeat("segment-of-a-path/", 30)) + "end";
        var pdf = Write(Of([Paragraph(url)])).Bytes;
        Assert.That(PdfText.Pages(pdf)[0].Replace(" ", "", StringComparison.Ordinal), Does.Contain(url));
        using var document = PdfDocument.Open(pdf);
        Assert.That(document.GetPage(1).Letters.Max(letter => letter.EndBaseLine.X), Is.LessThanOrEqualTo(Right + 0.1));
    }

    [Test]
    public void A_label_hangs_on_the_baseline_of_its_paragraph()
    {
        using var document = PdfDocument.Open(Write(Of([new ParagraphBlock(Marked.Text("Worldwide.")) { Label = "Territory" }])).Bytes);
        var line = PdfText.Lines(document.GetPage(1)).Single(letters => string.Concat(letters.Select(letter => letter.Value)).Contains("Territory"));
        Assert.That(string.Concat(line.Select(letter => letter.Value)), Is.EqualTo("TerritoryWorldwide."));
        Assert.That(line[0].StartBaseLine.X, Is.EqualTo(26 * 72 / 25.4).Within(0.5));
        Assert.That(line.First(letter => letter.Value == "W").StartBaseLine.X, Is.EqualTo(TextLeft).Within(0.5));
    }

    private static IReadOnlyList<string> LinesOf(string text)
    {
        using var document = PdfDocument.Open(Write(Of([Paragraph(text)])).Bytes);
        return [.. PdfText.Lines(document.GetPage(1))
            .Where(line => line[0].StartBaseLine.X > TextLeft - 1 && line[0].PointSize is > 10 and < 11)
            .Select(line => string.Concat(line.Select(letter => letter.Value)).Replace('\u00a0', ' '))];
    }
}
