using AbuseDesk.Notices.Document;
using UglyToad.PdfPig;
using static AbuseDesk.Tests.Notices.Pdf.SpecimenNotice;

namespace AbuseDesk.Tests.Notices.Pdf;

/// <summary>What a reader sees on the line, from the left to the right; Hebrew, as its letters do not join.</summary>
public class ReadingFromTheRight
{
    [TestCase("אבג 12.50 דה", "הד12.50גבא", TestName = "A number keeps its point")]
    [TestCase("אבג 2021/01/09 דה", "הד2021/01/09גבא", TestName = "A date keeps its order")]
    [TestCase("אבג 23:59 דה", "הד23:59גבא", TestName = "A time keeps its order")]
    [TestCase("אבג 50% דה", "הד50%גבא", TestName = "A percentage keeps its mark")]
    [TestCase("אבג (דה) [1] ו", "ו[1](הד)גבא", TestName = "Brackets stand around what they enclose")]
    [TestCase("אבג (see x) דה", "הד(seex)גבא", TestName = "Brackets around Latin words stay with them")]
    [TestCase("He said אבג דה, and left", "Hesaidהדגבא,andleft", TestName = "The words around go on from the left")]
    public void An_excerpt_reads_in_its_own_order(string excerpt, string seen) =>
        Assert.That(Seen(Of(new ParagraphBlock([new TextRun($"\u2068{excerpt}\u2069")]))), Is.EqualTo(seen));

    [Test]
    public void A_name_does_not_turn_the_number_after_it()
    {
        Assert.That(OfCustomer("Dear {{ customer.name }}, 98 items were sent."), Is.EqualTo("Dearהדגבא,98itemsweresent."));
    }

    [Test]
    public void Two_names_in_a_row_keep_their_order()
    {
        Assert.That(OfCustomer("{{ customer.name }}, {{ customer.name }} (2021)"), Is.EqualTo("הדגבא,הדגבא(2021)"));
    }

    [Test]
    public void The_mark_at_the_end_of_an_excerpt_stands_at_its_end()
    {
        Assert.That(OfCustomer("It says “{{ customer.name }}” here.", "אבג דה!"), Is.EqualTo("Itsays“!הדגבא”here."));
    }

    [Test]
    public void A_name_of_Latin_letters_is_not_set_apart()
    {
        var paragraph = (ParagraphBlock)NoticeTexts.CompileBody("Dear {{ customer.name }},").Blocks[0];
        Assert.That(((TextRun)paragraph.Content[0]).Value, Is.EqualTo("Dear Perch Social,"));
    }

    private static string OfCustomer(string body, string name = "אבג דה")
    {
        var facts = SampleFacts.Suspension();
        return Seen(Of(NoticeTexts.CompileBody(body, facts with { Customer = facts.Customer! with { Name = name } }).Blocks));
    }

    private static string Seen(NoticeDocument document)
    {
        using var pdf = PdfDocument.Open(Write(document).Bytes);
        var line = pdf.GetPage(1).Letters.Where(letter => letter.PointSize is > 10 and < 11)
            .OrderBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value);
        return string.Concat(line).Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal);
    }
}
