using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Writers;

namespace AbuseDesk.Tests.Notices;

/// <summary>Excerpts, names and URLs are printed as they are and never read as Markdown, HTML or Liquid.</summary>
public sealed class DataFromOutside
{
    private static readonly string[] Hostile =
    [
        "**bold** _and_ `code`",
        "<script>alert(1)</script>",
        "a | pipe | | table |",
        "{{ ref }} {% if x %} {{ nothing.here }}",
        "[link](https://phish.example) ![x](sha256:0)",
        "# heading",
        "1. list",
        "> quote",
        "::: exhibit",
        "\"\"cited\"\" {.annex #i1}",
        "&nbsp;&lt; <br> \\*",
        "Zq0Qz Zq1Qz",
        "``` fence",
        "term : def",
    ];

    [TestCaseSource(nameof(Hostile))]
    public void An_excerpt_is_printed_as_it_is(string excerpt)
    {
        var plain = NoticeTexts.Compile(WithExcerpt("plain"));
        var document = NoticeTexts.Compile(WithExcerpt(excerpt));

        Assert.That(document.Blocks.Select(block => block.GetType()), Is.EqualTo(plain.Blocks.Select(block => block.GetType())));
        Assert.That(Row(document).Cells[2].Excerpt, Is.EqualTo(new Inline[] { new TextRun($"“{excerpt}”") }));
        Assert.That(Exhibit(document).Particulars.Single(line => line.Label == "Excerpt").Content, Is.EqualTo(new Inline[] { new TextRun($"“{excerpt}”") }));
    }

    [TestCaseSource(nameof(Hostile))]
    public void It_is_harmless_anywhere_in_a_line(string value)
    {
        var facts = SampleFacts.Suspension();
        facts = facts with { Customer = facts.Customer! with { Name = value, Account = value } };
        const string Body = "{{ customer.name }} owes **{{ customer.name }}**\n\n{{ customer.name }}\n:   {{ customer.name }}\n\n> {{ customer.name }}\n\n| a | b |\n|---|---|\n| {{ customer.name }} | {{ customer.name }} |\n";

        var blocks = NoticeTexts.CompileBody(Body, facts).Blocks;

        Assert.That(blocks.Select(block => block.GetType()), Is.EqualTo(new[] { typeof(ParagraphBlock), typeof(ParagraphBlock), typeof(QuoteBlock), typeof(TableBlock) }));
        Assert.That(((ParagraphBlock)blocks[1]).Label, Is.EqualTo(value));
        Assert.That(((TableBlock)blocks[3]).Rows[0].Cells[1].Content, Is.EqualTo(new Inline[] { new TextRun(value) }));
    }

    [Test]
    public void Html_is_escaped_in_mail()
    {
        var mail = HtmlMailWriter.Write(NoticeTexts.Compile(WithExcerpt("<script>alert(\"1\")</script>")));

        Assert.That(mail, Does.Not.Contain("<script>").And.Contain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"));
    }

    [TestCase("two\nlines\r\nand\ttab", "two lines and tab")]
    [TestCase("left \u202egnihton\u202c \u2066x\u2069", "left gnihton x")]
    [TestCase("bell\u0007 end", "bell end")]
    public void Control_characters_and_marks_of_direction_do_not_reach_the_notice(string excerpt, string printed) =>
        Assert.That(Row(NoticeTexts.Compile(WithExcerpt(excerpt))).Cells[2].Excerpt, Is.EqualTo(new Inline[] { new TextRun($"“{printed}”") }));

    private static NoticeFacts WithExcerpt(string excerpt)
    {
        var facts = SampleFacts.Suspension();
        return facts with { Items = [facts.Items[0] with { Excerpt = excerpt }, .. facts.Items.Skip(1)] };
    }

    private static TableRow Row(NoticeDocument document) =>
        document.Blocks.OfType<TableBlock>().SelectMany(table => table.Rows).Single(row => row.Anchor == "i1");

    private static ExhibitBlock Exhibit(NoticeDocument document) =>
        document.Blocks.OfType<ExhibitBlock>().Single(exhibit => exhibit.Anchor == "x1");
}
