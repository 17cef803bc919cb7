using AbuseDesk.Notices.Document;
using static AbuseDesk.Tests.Notices.Pdf.SpecimenNotice;

namespace AbuseDesk.Tests.Notices.Pdf;

public class KeepingTogether
{
    private const string Filler = "Each batch named a date to act by, and the state at the last check is shown beside it for every batch.";

    [Test]
    public void A_heading_is_never_the_last_on_its_page()
    {
        for (var lines = 25; lines < 45; lines++)
        {
            var pages = Pages([.. Lines(lines), new HeadingBlock(1, "7", Marked.Text("Where it stands")), Paragraph(Filler)]);
            Assert.That(pages.Single(page => page.Contains("Where it stands")), Does.Contain("Each batch named"), $"after {lines} lines");
        }
    }

    [Test]
    public void No_letter_ends_with_a_line_or_two_on_a_page_of_their_own()
    {
        var pages = new HashSet<int>();
        for (var lines = 20; lines < 60; lines++)
        {
            using var document = UglyToad.PdfPig.PdfDocument.Open(Write(Of([.. Lines(lines)])).Bytes);
            _ = pages.Add(document.NumberOfPages);
            // the footer is two of the lines
            var last = PdfText.Lines(document.GetPage(document.NumberOfPages)).Count();
            Assert.That(last, Is.GreaterThanOrEqualTo(2 + 3), $"after {lines} lines");
        }

        Assert.That(pages, Has.Count.GreaterThan(1), "one of the lengths must fill more pages");
    }

    [Test]
    public void A_paragraph_of_three_lines_stays_whole()
    {
        var text = $"Start of it. {Filler} {Filler} End.";
        for (var lines = 25; lines < 45; lines++)
        {
            var pages = Pages([.. Lines(lines), Paragraph(text)]);
            Assert.That(pages.Single(page => page.Contains("Start of it")), Does.Contain("End."), $"after {lines} lines");
        }
    }

    [Test]
    public void A_longer_paragraph_keeps_two_lines_on_each_side_of_a_break()
    {
        var text = string.Join(" ", Enumerable.Range(100, 120));
        var split = 0;
        for (var lines = 20; lines < 45; lines++)
        {
            using var document = UglyToad.PdfPig.PdfDocument.Open(Write(Of([.. Lines(lines), Paragraph(text)])).Bytes);
            var parts = document.GetPages().Select(page => PdfText.Lines(page).Select(line => string.Concat(line.Select(letter => letter.Value)))
                .Count(line => line.Trim().Length > 5 && line.Trim().All(c => char.IsDigit(c) || c == ' '))).Where(count => count > 0).ToList();
            if (parts.Count > 1) split++;
            Assert.That(parts, Is.All.GreaterThanOrEqualTo(2), $"after {lines} lines");
        }

        Assert.That(split, Is.GreaterThan(0), "one of the lengths must make the paragraph break");
    }

    [Test]
    public void The_signature_is_never_alone_on_its_page()
    {
        for (var lines = 25; lines < 45; lines++)
        {
            var pages = Pages([.. Lines(lines), Paragraph("We reserve all further rights."), new SignatureBlock("Example Cloud", [new("Prepared by", "Ines Calder", "Abuse Desk")])]);
            Assert.That(pages.Single(page => page.Contains("Ines Calder")), Does.Contain("all further rights").And.Contain("Prepared by"), $"after {lines} lines");
        }
    }

    [Test]
    public void A_table_in_the_text_stays_whole_with_its_caption_if_a_page_can_hold_it()
    {
        for (var lines = 15; lines < 40; lines++)
        {
            var pages = Pages([.. Lines(lines), SpecimenTables.Batches]);
            Assert.That(pages.Single(page => page.Contains("Table 1.")), Does.Contain("23 Nov 2020").And.Contain("All batches"), $"after {lines} lines");
        }
    }

    [Test]
    public void A_long_table_repeats_its_head_and_splits_no_row()
    {
        var rows = Enumerable.Range(1, 300).Select(n => SpecimenAnnexes.Item(n, $"16 Nov 2020|{n:0000}A", $"{n:0000}B.perch.example", $"{n:0000}C " + Filler, $"6.2|{n:0000}D", 1, "**still available**"));
        var pages = Pages([new AnnexBlock("Annex A", "Items"), SpecimenAnnexes.ItemTable([.. rows])]).Skip(1).ToList();
        Assert.That(pages, Has.Count.GreaterThan(10));
        Assert.That(pages, Is.All.Contains("Location and excerpt"));
        for (var n = 1; n <= 300; n++)
            Assert.That(pages.Single(page => page.Contains($"{n:0000}A")), Does.Contain($"{n:0000}B").And.Contain($"{n:0000}C").And.Contain($"{n:0000}D"));
        Assert.That(pages[^1], Does.Contain("0300A").And.Contain("98 items"), "the sum stays with a row");
    }

    [Test]
    public void A_row_higher_than_a_page_goes_on_over_the_next_one_without_losing_a_word()
    {
        var words = string.Join(" ", Enumerable.Range(1000, 2500));
        var text = string.Join(" ", Pages([SpecimenAnnexes.ItemTable([SpecimenAnnexes.Item(1, "now", "perch.example", words, "6.2", 1, "removed")])]));
        Assert.That(Enumerable.Range(1000, 2500), Is.All.Matches<int>(n => text.Contains(n.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
    }

    private static IEnumerable<ParagraphBlock> Lines(int count) =>
        Enumerable.Range(1, count).Select(n => new ParagraphBlock(Marked.Text($"Line {n}.")) { Tight = true });

    private static IReadOnlyList<string> Pages(IReadOnlyList<Block> blocks) => PdfText.Pages(Write(Of(blocks)).Bytes);
}
