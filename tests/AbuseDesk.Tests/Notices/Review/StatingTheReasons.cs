using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Templates;

namespace AbuseDesk.Tests.Notices.Review;

/// <summary>The points of a statement of reasons, in every language of the shipped suspension.</summary>
public sealed class StatingTheReasons
{
    private static readonly string Templates = Path.Combine(AppContext.BaseDirectory, "templates");

    [TestCase("en")]
    [TestCase("fr")]
    [TestCase("de")]
    public void The_shipped_suspension_states_them_all(string language)
    {
        var facts = SampleFacts.Suspension() with { Language = language };

        var checks = StatementChecks.OfMeasure(facts, facts.Measure!, new TemplateLibrary(Templates).Get(facts.Kind, language)).ToList();

        Assert.That(checks.Where(check => !check.Passed).Select(check => check.Sentence), Is.Empty);
        Assert.That(checks.Select(check => check.Source), Is.EqualTo(new[] { "DSA Art 17(3)(a)", "DSA Art 17(3)(a)", "DSA Art 17(3)(b)", "DSA Art 17(3)(c)" }));
    }

    [TestCase("measure.ends_at", "measure.effective", "duration of the measure")]
    [TestCase("automated_means", "customer.addressee", "automated means")]
    public void A_template_that_leaves_one_out_blocks(string variable, string instead, string what)
    {
        var text = File.ReadAllText(Path.Combine(Templates, "notices", "en", "suspension.md"));
        var language = File.ReadAllText(Path.Combine(Templates, "notices", "en", "language.yml"));
        Assert.That(text, Does.Contain(variable));
        var template = TemplateLibrary.Parse("suspension.md", text.Replace(variable, instead, StringComparison.Ordinal), "language.yml", language);
        var facts = SampleFacts.Suspension();

        var failed = StatementChecks.OfMeasure(facts, facts.Measure!, template).Where(check => !check.Passed).Select(check => (check.Sentence, check.About?.Name));

        Assert.That(failed, Is.EqualTo(new[] { ($"The text does not state the {(what == "automated means" ? "automated means that were used, or that none were" : what)}; mend the template and redraft it.", "templates/notices/en/suspension.md") }));
    }
}
