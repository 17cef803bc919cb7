using AbuseDesk.Cases;

namespace AbuseDesk.Tests;

public sealed class WordsAsText
{
    [Test]
    public void A_value_becomes_a_lower_case_word_with_hyphens()
    {
        Assert.That(Words.Of(Severity.Critical), Is.EqualTo("critical"));
        Assert.That(Words.Of(CheckOutcome.StillUp), Is.EqualTo("still-up"));
    }

    [Test]
    public void Every_word_comes_back_to_its_value()
    {
        foreach (var verdict in Enum.GetValues<CriterionVerdict>())
            Assert.That(Words.Parse<CriterionVerdict>(Words.Of(verdict)), Is.EqualTo(verdict));
    }

    [TestCase(" Still-Up ")]
    [TestCase("STILL-UP")]
    public void Case_and_space_around_do_not_matter(string text) =>
        Assert.That(Words.Parse<CheckOutcome>(text), Is.EqualTo(CheckOutcome.StillUp));

    [TestCase("grave")]
    [TestCase("2")]
    [TestCase(null)]
    public void An_unknown_word_is_answered_with_the_known_ones(string? text)
    {
        var error = Assert.Throws<DeskException>(() => Words.Parse<Severity>(text));
        Assert.That(error!.Message, Does.EndWith("is no severity; use one of low, medium, high, critical."));
    }

    [Test]
    public void A_value_outside_the_enum_has_no_word() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Words.Of((Severity)17));
}
