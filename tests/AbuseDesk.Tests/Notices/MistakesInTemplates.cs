using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Tests.Notices;

public sealed class MistakesInTemplates
{
    private const string File = "templates/notices/en/suspension.md";

    [Test]
    public void An_unknown_variable_names_file_line_and_the_likely_name() =>
        Says("# Title\n\nDear {{ customer.nmae }},\n", $"{File}, line 9, column 9: there is no variable 'customer.nmae'; did you mean 'customer.name'?");

    [Test]
    public void An_unknown_variable_is_found_in_a_branch_that_this_notice_does_not_take() =>
        Says("{% if counts.all == 0 %}\n{{ measure.efective.utc.date }}\n{% endif %}", $"{File}, line 8, column 4: there is no variable 'measure.efective.utc.date'; did you mean 'measure.effective'?");

    [Test]
    public void The_same_name_is_wrong_only_where_it_is_wrong() =>
        Says("{% for batch in batches %}{{ batch.number }}{% endfor %}\n{% for item in items %}\n{{ item.number }}{{ item.sent }}{% endfor %}", $"{File}, line 9, column 21: there is no variable 'item.sent'");

    [Test]
    public void A_loop_variable_is_unknown_after_its_loop() =>
        Says("{% for step in warnings %}{{ step.sent.date }}{% endfor %}\n{{ step.sent.date }}", $"{File}, line 8, column 4: there is no variable 'step.sent.date'");

    [Test]
    public void An_unknown_name_in_a_condition_is_found() =>
        Says("\n{% if pln %}x{% endif %}", $"{File}, line 8, column 7: there is no variable 'pln'; did you mean 'plan'?");

    [Test]
    public void An_unknown_filter_is_found() =>
        Says("{{ counts.all | plurl: \"a\", \"b\" }}", $"{File}, line 7, column 17: there is no filter 'plurl'; did you mean 'plural'?");

    [Test]
    public void A_list_cannot_be_printed_without_a_filter() =>
        Says("{{ customer.to }}", $"{File}, line 7, column 4: a list cannot be printed");

    [Test]
    public void Tags_that_notices_do_not_have_are_refused() =>
        Says("{% capture x %}y{% endcapture %}", "a tag stands here that notices do not have");

    [Test]
    public void Broken_Liquid_names_its_line() => Says("one\n{% if plan %}\ntwo", $"{File}, line 9, column 4: ");

    [Test]
    public void A_fact_without_a_value_is_an_error_and_no_empty_place()
    {
        var facts = SampleFacts.Suspension() with { AcknowledgeBy = null };

        Assert.That(
            () => NoticeTexts.CompileBody("one\n\nBy {{ acknowledge_by.provider.date }}", facts),
            Throws.TypeOf<DeskException>().With.Message.StartsWith($"{File}, line 9, column 7: 'acknowledge_by.provider.date' has no value in this notice"));
    }

    [Test]
    public void An_instant_without_a_value_is_named_with_its_place()
    {
        var facts = SampleFacts.Suspension() with { AcknowledgeBy = null };

        Assert.That(
            () => NoticeTexts.CompileBody("{{ acknowledge_by.utc | after: date }}", facts),
            Throws.TypeOf<DeskException>().With.Message.StartsWith($"{File}, line 7, column ").And.Message.Contains("'acknowledge_by.utc'"));
    }

    [Test]
    public void What_stays_in_the_house_is_hidden_from_templates() =>
        Says("{% for item in items %}{% for exhibit in item.exhibits %}{{ exhibit.captured_by }}{% endfor %}{% endfor %}", "there is no variable 'exhibit.captured_by'");

    [TestCase("<b>bold</b>", "'<b>' is HTML")]
    [TestCase("one **two", "a ** is not closed")]
    [TestCase("::: box\nx\n:::", "there is no block '::: box'")]
    [TestCase("- one\n- two", "a ListBlock is not available")]
    [TestCase("1.1\n:   text\n## 2 Heading", "('2 Heading') stands inside a labelled paragraph, where it would be lost")]
    [TestCase("{.version}\n**Version**\n\nno quote", "belongs to a quote or table that does not follow")]
    [TestCase("{widths=\"1,2\"}\n| a |\n|---|\n| b |", "the widths '1,2' are 2, but the table has 1 columns")]
    [TestCase("[x](ftp://a)", "the link to 'ftp://a' goes nowhere")]
    public void Markdown_that_would_be_lost_or_misread_is_an_error(string body, string said) => Says(body, said);

    [TestCase("kind: suspension\nlanguage: en\nname: x", "the key 'subject' is missing from the head")]
    [TestCase("kind: suspension\nlangauge: en\nname: x\nsubject: x", "line 3: there is no key 'langauge' here")]
    [TestCase("kind: suspence\nlanguage: en\nname: x\nsubject: x", "'suspence' is no kind of notice")]
    [TestCase("kind: suspension\nlanguage: en\nname: x\nsubject: \"{{ reff }}\"", "there is no variable 'reff'; did you mean 'ref'?")]
    public void The_head_is_checked(string head, string said) =>
        Assert.That(() => NoticeTexts.Parse("text", head), Throws.TypeOf<DeskException>().With.Message.Contains(said));

    [Test]
    public void A_name_without_words_in_the_language_is_named()
    {
        var facts = SampleFacts.Suspension();
        facts = facts with { Items = [facts.Items[0] with { Severity = "grave" }] };

        Assert.That(
            () => NoticeTexts.CompileBody("{{ items.first.severity | word }}", facts),
            Throws.TypeOf<DeskException>().With.Message.Contains("no words for 'grave'"));
    }

    private static void Says(string body, string said) =>
        Assert.That(() => NoticeTexts.CompileBody(body), Throws.TypeOf<DeskException>().With.Message.Contains(said));
}
