using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Pdf;
using AbuseDesk.Notices.Writers;
using UglyToad.PdfPig;
using static AbuseDesk.Tests.Notices.Pdf.SpecimenNotice;

namespace AbuseDesk.Tests.Notices.Pdf;

/// <summary>Whole notices from records that no form would take, through the shipped template.</summary>
public class LongInput
{
    private const double Right = 180 * 72 / 25.4;

    [TestCase(true)]
    [TestCase(false)]
    public void An_excerpt_of_a_hundred_thousand_characters_is_printed_to_its_end(bool spaces)
    {
        var words = spaces ? string.Concat(Enumerable.Repeat("quoted words ", 7_692)) + "end" : new string('x', 99_996) + "Qend";
        var pages = Pages(WithFirst(item => item with { Excerpt = words }));

        Assert.That(string.Concat(pages).Count(c => c == (spaces ? 'q' : 'x')), Is.GreaterThan(spaces ? 2 * 7_692 : 2 * 99_996), "in the table of items and in the exhibit");
    }

    [Test]
    public void A_url_of_eight_thousand_characters_stays_inside_the_page()
    {
        var url = "https://perch.example/" + string.Concat(Enumerable.Repeat("segment/", 997)) + "end";
        using var document = PdfDocument.Open(Draw(WithFirst(item => item with { Url = url, Location = url[8..] })).Bytes);

        foreach (var page in document.GetPages())
            Assert.That(page.Letters.Max(letter => letter.EndBaseLine.X), Is.LessThanOrEqualTo(Right + 0.1), $"page {page.Number}");
    }

    [Test]
    public void A_notice_without_items_is_drawn()
    {
        var facts = SampleFacts.Suspension();

        Assert.That(NoticeTexts.CompileBody("{% for item in items %}{{ item.url }}{% else %}No item.{% endfor %}", facts with { Items = [] }).Blocks, Has.Count.EqualTo(1));
    }

    [Test]
    public void Five_thousand_items_are_all_printed()
    {
        var facts = SampleFacts.Suspension();
        var items = Enumerable.Range(1, 5_000).Select(number => facts.Items[(number - 1) % 98] with { Number = number, Exhibits = [] }).ToList();
        var document = NoticeTexts.Compile(facts with { Items = items });
        var pages = PdfText.Pages(new PdfWriter(Fonts).Write(document, _ => Screenshot).Bytes);

        Assert.That(document.Blocks.OfType<TableBlock>().Max(table => table.Rows.Count), Is.GreaterThanOrEqualTo(5_000));
        Assert.That(pages, Has.Count.GreaterThan(200));
        Assert.That(HtmlMailWriter.Write(document), Does.Contain(items[^1].Location));
    }

    [Test]
    public void A_customer_with_an_Arabic_name_is_named_in_every_form()
    {
        const string name = "شركة السلام";
        var facts = SampleFacts.Suspension();
        var document = NoticeTexts.Compile(facts with { Customer = facts.Customer! with { Name = name } });

        Assert.That(new PdfWriter(Fonts).Write(document, _ => Screenshot).MissingGlyphs, Is.Empty);
        Assert.That(HtmlMailWriter.Write(document), Does.Contain(name));
        Assert.That(PlainTextWriter.Write(document), Does.Contain(name));
    }

    [Test]
    public void Html_in_a_fact_is_text_in_the_file()
    {
        var pages = Pages(WithFirst(item => item with { Excerpt = "<script>alert(1)</script><b>x</b>" }));

        Assert.That(string.Concat(pages), Does.Contain("<script>alert(1)</script><b>x</b>"));
    }

    private static NoticeFacts WithFirst(Func<ItemFacts, ItemFacts> change)
    {
        var facts = SampleFacts.Suspension();
        return facts with { Items = [change(facts.Items[0]), .. facts.Items.Skip(1)] };
    }

    private static PdfResult Draw(NoticeFacts facts) => new PdfWriter(Fonts).Write(NoticeTexts.Compile(facts), _ => Screenshot);

    private static IReadOnlyList<string> Pages(NoticeFacts facts) => PdfText.Pages(Draw(facts).Bytes);
}
