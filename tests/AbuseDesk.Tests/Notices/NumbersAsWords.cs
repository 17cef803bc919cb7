namespace AbuseDesk.Tests.Notices;

public sealed class NumbersAsWords
{
    [TestCase(new[] { 1 }, "1")]
    [TestCase(new[] { 1, 2 }, "1 and 2")]
    [TestCase(new[] { 1, 2, 3 }, "1 to 3")]
    [TestCase(new[] { 9, 1, 2, 3, 5, 8 }, "1 to 3, 5, 8 and 9")]
    public void Ranges_are_read_aloud(int[] numbers, string words)
    {
        var facts = SampleFacts.Suspension();
        var terms = facts.Terms[0] with { ItemNumbers = numbers };

        Assert.That(Compile("{{ terms.first.item_numbers | ranges }}", facts with { Terms = [terms] }), Is.EqualTo(words));
    }

    [TestCase(1, "one item")]
    [TestCase(2, "two items")]
    [TestCase(12, "twelve items")]
    [TestCase(13, "13 items")]
    [TestCase(0, "0 items")]
    public void Small_numbers_are_written_out(int count, string words)
    {
        var facts = SampleFacts.Suspension();

        Assert.That(
            Compile("{{ counts.all | count_words }} {{ counts.all | plural: \"item\", \"items\" }}", facts with { Items = [.. facts.Items.Take(count)] }),
            Is.EqualTo(words));
    }

    [TestCase(1, "a")]
    [TestCase(2, "a and b")]
    [TestCase(3, "a, b and c")]
    public void Lists_end_with_and(int count, string words)
    {
        var facts = SampleFacts.Suspension();
        string[] names = ["a", "b", "c"];

        Assert.That(Compile("{{ customer.to | list }}", facts with { Customer = facts.Customer! with { To = names[..count] } }), Is.EqualTo(words));
    }

    private static string Compile(string body, AbuseDesk.Notices.Facts.NoticeFacts facts) =>
        ((AbuseDesk.Notices.Document.TextRun)((AbuseDesk.Notices.Document.ParagraphBlock)NoticeTexts.CompileBody(body, facts).Blocks[0]).Content[0]).Value;
}
