using AbuseDesk.Deadlines;
using NodaTime;

namespace AbuseDesk.Tests.Deadlines;

public sealed class ReadingTheDeadlines
{
    private static readonly string Shipped = File.ReadAllText(Policies.PathOf("deadlines.yml"));

    [Test]
    public void The_policy_that_ships_is_read()
    {
        var rules = DeadlineRules.Load(Policies.PathOf("deadlines.yml"));
        var actBy = rules.Get("act_by");
        Assert.That(actBy.Whose, Is.EqualTo(Whose.Customer));
        Assert.That(actBy.Within, Is.EqualTo(Duration.FromHours(24)));
        Assert.That(actBy.Audience, Is.EqualTo(new[] { Audience.Customer }));
        Assert.That(actBy.ToDoFor(1), Is.EqualTo("remove 1 item"));
        Assert.That(actBy.ToDoFor(30), Is.EqualTo("remove 30 items"));
        Assert.That(rules.Get("decide_review").Within, Is.EqualTo(Duration.FromHours(2)));
        Assert.That(rules.Get("decide_review").ToDoFor(1), Is.EqualTo("decide the review"));
        Assert.That(rules.Get("effective").Within, Is.Null);
    }

    [TestCase("whose: legal", "whose: lawyers", "line 24: rules.decide_review.whose must be one of ours, legal, customer.")]
    [TestCase("audience: [legal]", "audience: [boss]", "rules.decide_review.audience must be a list of one of assignee, lead, legal, customer.")]
    [TestCase("audience: [legal]", "audience: []", "rules.decide_review.audience must be a list of at least one.")]
    [TestCase("audience: [legal]", "audience: legal", "rules.decide_review.audience must be a list in square brackets.")]
    [TestCase("within: 2h", "within: two hours", "rules.decide_review.within must be a time such as 30m, 24h or 3d.")]
    [TestCase("[1h, 15m]", "[1h, -15m]", "rules.decide_review.reminders.before must be a time such as 30m, 24h or 3d.")]
    [TestCase("[1h, 15m]", "[0h]", "rules.decide_review.reminders.before must be a list of times longer than nothing.")]
    [TestCase("to_do: decide the review", "todo: decide", "rules.decide_review.to_do is missing; it must be a text.")]
    [TestCase("within: 2h", "wihtin: 2h", "rules.decide_review.wihtin is not known; known here: ahead, audience, happens, overdue, reminders, to_do, whose, within.")]
    [TestCase("  acknowledge:", "  acknowledged:", "rules.acknowledge is missing")]
    [TestCase("  assess_plan:", "  assess_plans:", "rules.assess_plan is missing")]
    [TestCase("rules:", "rule:", "rules is missing")]
    [TestCase("rules:", "rules: [", "this is not YAML")]
    public void A_mistake_is_answered_with_file_line_and_key(string right, string wrong, string sentence)
    {
        var error = Assert.Throws<DeskException>(() => DeadlineRules.Read(Shipped.Replace(right, wrong, StringComparison.Ordinal), "deadlines.yml"));
        Assert.That(error!.Message, Does.StartWith("deadlines.yml, line ").And.Contains(sentence));
    }

    [TestCase("")]
    [TestCase("just words")]
    public void A_file_without_keys_is_refused(string yaml) =>
        Assert.That(() => DeadlineRules.Read(yaml, "deadlines.yml"), Throws.TypeOf<DeskException>().With.Message.StartsWith("deadlines.yml holds no keys"));

    [Test]
    public void A_missing_file_and_a_missing_rule_are_named()
    {
        Assert.That(() => DeadlineRules.Load("no/such.yml"), Throws.TypeOf<DeskException>().With.Message.Contains("no/such.yml"));
        Assert.That(() => DeadlineRules.Read(Shipped, "x").Get("lunch"), Throws.TypeOf<DeskException>().With.Message.Contains("no rule “lunch”; it has act_by, "));
    }
}
