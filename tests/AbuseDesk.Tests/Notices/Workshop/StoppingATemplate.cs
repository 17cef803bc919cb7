using System.Diagnostics;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates;
using AbuseDesk.Notices.Workshop;

namespace AbuseDesk.Tests.Notices.Workshop;

/// <summary>Whatever somebody types in the workshop ends soon, and in a sentence.</summary>
public sealed class StoppingATemplate
{
    private const string Loop = "{% for i in items %}";
    private const string End = "{% endfor %}";

    [TestCase("{{ ref }}")]
    [TestCase("")]
    public void Loops_within_loops_are_stopped_after_so_many_steps(string inside)
    {
        var body = string.Concat(Enumerable.Range(1, 8).Select(level => $"{{% for i{level} in items %}}")) + inside + string.Concat(Enumerable.Repeat(End, 8));
        Mistake("{{ ref }}");
        var watch = Stopwatch.StartNew();

        Assert.That(Mistake(body), Does.Contain("steps and was stopped"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public void A_flood_of_words_is_stopped_after_so_many_characters() =>
        Assert.That(Mistake(Loop + Loop.Replace(" i ", " j ", StringComparison.Ordinal) + Loop.Replace(" i ", " k ", StringComparison.Ordinal) + new string('x', 100_000) + End + End + End), Does.Contain("characters and was stopped"));

    [Test]
    public void Tags_that_nest_too_deeply_are_refused_with_their_line() =>
        Assert.That(Mistake(string.Concat(Enumerable.Repeat("{% if plan %}\n", 5_000))), Does.StartWith("templates/notices/en/suspension.md, line 47: more than 40 tags"));

    [Test]
    public void A_tag_without_an_end_to_its_filters_is_refused() =>
        Assert.That(Mistake("{{ ref " + string.Concat(Enumerable.Repeat("| abs ", 20_000)) + "}}"), Does.Contain("a tag has more than 2,000 characters"));

    [Test]
    public void A_text_longer_than_any_template_is_refused() =>
        Assert.That(Mistake(new string('x', 300_000)), Does.Contain("are the most; shorten it"));

    private static string Mistake(string body) =>
        new CheckTemplate(new TemplateLibrary(NoticeTexts.TemplatesFolder))
            .Find(new TemplateName(NoticeKind.Suspension, "en"), $"---\nkind: suspension\nlanguage: en\nname: Test\nsubject: Test\n---\n{body}")?.Sentence ?? "";
}
