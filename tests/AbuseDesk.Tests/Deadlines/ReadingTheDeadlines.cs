using AbuseDesk.Deadlines;
using AbuseDesk.Deadlines.Computing;

namespace AbuseDesk.Tests.Deadlines;

public sealed class ReadingTheDeadlines
{
    private static readonly Calendars ShippedCalendars = new(Policies.PathOf("calendars"));
    private static readonly string Shipped = File.ReadAllText(Policies.PathOf("deadlines.yml"));

    [Test]
    public void The_policy_that_ships_is_read()
    {
        var rules = DeadlineRules.Load(Policies.PathOf("deadlines.yml"));
        var actBy = rules.Get("act_by");
        Assert.That(actBy.Whose, Is.EqualTo(Whose.Customer));
        Assert.That(actBy.Within, Is.EqualTo(new Term(24, TermUnit.Hours)));
        Assert.That(actBy.Audience, Is.EqualTo(new[] { Audience.Customer }));
        Assert.That(actBy.ToDoFor(1), Is.EqualTo("remove 1 item"));
        Assert.That(actBy.ToDoFor(30), Is.EqualTo("remove 30 items"));
        Assert.That(rules.Get("decide_review").Within, Is.EqualTo(new Term(2, TermUnit.Hours)));
        Assert.That(rules.Get("decide_review").ToDoFor(1), Is.EqualTo("decide the review"));
        Assert.That(rules.Get("effective").Within, Is.Null);
    }

    [TestCase("whose: legal", "whose: lawyers", "rules.decide_review.whose must be one of ours, legal, customer.")]
    [TestCase("audience: [legal]", "audience: [boss]", "rules.decide_review.audience must be a list of one of assignee, lead, legal, customer.")]
    [TestCase("audience: [legal]", "audience: []", "rules.decide_review.audience must be a list of at least one.")]
    [TestCase("audience: [legal]", "audience: legal", "rules.decide_review.audience must be a list in square brackets.")]
    [TestCase("within: 2h", "within: two hours", "rules.decide_review.within must be a time such as 24h, 10 days, 10 business days or 6 months.")]
    [TestCase("[1h, 15m]", "[1h, -15m]", "rules.decide_review.reminders.before must be a time such as 30m, 24h or 3d.")]
    [TestCase("[1h, 15m]", "[0h]", "rules.decide_review.reminders.before must be a list of times longer than nothing.")]
    [TestCase("to_do: decide the review", "todo: decide", "rules.decide_review.to_do is missing; it must be a text.")]
    [TestCase("within: 2h", "wihtin: 2h", "rules.decide_review.wihtin is not known; known here: ahead, at_end, audience, blocks_closing, calendar, enabled, ends, extend, happens, if_closed, not_before, outlives_case, overdue, pause, reminders, source, starts, to_do, waive, whose, within, zone.")]
    [TestCase("  acknowledge:", "  acknowledged:", "rules.acknowledge is missing")]
    [TestCase("  assess_plan:", "  assess_plans:", "rules.assess_plan is missing")]
    [TestCase("within: 2h", "within: 2 business days", "rules.decide_review.calendar is missing; it must be the name of a calendar, as business days are counted.")]
    [TestCase("within: 2h", "within: 2 days\n    if_closed: next-business-day", "rules.decide_review.calendar is missing; it must be the name of a calendar, as if_closed needs business days.")]
    [TestCase("within: 2h", "within: 2 business days\n    calendar: mars", "rules.decide_review.calendar must be one of the calendars de, de-be, fr, ")]
    [TestCase("within: 2h", "within: 2h\n    zone: Mars", "rules.decide_review.zone must be provider, customer, or a time zone such as Europe/Paris.")]
    [TestCase("within: 2h", "within: 2h\n    not_before: 3h", "rules.decide_review.not_before must be shorter than “within”, and counted in the same unit.")]
    [TestCase("within: 2h", "within: 2h\n    enabled: false", "rules.decide_review.enabled must be true: the desk itself starts this deadline.")]
    [TestCase("within: 2h", "within: 2h\n    starts: notice-submitted", "rules.decide_review.starts must be left out: the desk itself starts this deadline.")]
    [TestCase("within: 2h", "within: 2h\n    extend: maybe", "rules.decide_review.extend must be none, or approve and at_most.")]
    [TestCase("within: 2h", "within: 2h\n    pause: {reasons: {}}", "rules.decide_review.pause.reasons must be at least one reason with the roles that may give it.")]
    [TestCase("within: 2h", "within: 2h\n    pause: {reasons: {clarification: [boss]}}", "rules.decide_review.pause.reasons.clarification must be a list of one of agent, lead, legal, admin, auditor.")]
    [TestCase("within: 1h", "# within", "rules.remove_terrorist_content.within is missing; it must be a time such as 24h, 10 days, 10 business days or 6 months, as the event names no instant.")]
    [TestCase("rules:", "rule:", "rules is missing")]
    [TestCase("rules:", "rules: [", "this is not YAML")]
    public void A_mistake_is_answered_with_file_line_and_key(string right, string wrong, string sentence)
    {
        var error = Assert.Throws<DeskException>(() => DeadlineRules.Read(Shipped.Replace(right, wrong, StringComparison.Ordinal), "deadlines.yml", ShippedCalendars));
        Assert.That(error!.Message, Does.StartWith("deadlines.yml, line ").And.Contains(sentence));
    }

    [Test]
    public void The_line_that_is_named_is_the_one_with_the_mistake()
    {
        var line = Shipped.Split('\n').ToList().FindIndex(text => text.Contains("whose: legal", StringComparison.Ordinal)) + 1;

        var error = Assert.Throws<DeskException>(() => DeadlineRules.Read(Shipped.Replace("whose: legal", "whose: lawyers", StringComparison.Ordinal), "deadlines.yml", ShippedCalendars));

        Assert.That(error!.Message, Does.StartWith($"deadlines.yml, line {line}: "));
    }

    [TestCase("")]
    [TestCase("just words")]
    public void A_file_without_keys_is_refused(string yaml) =>
        Assert.That(() => DeadlineRules.Read(yaml, "deadlines.yml", ShippedCalendars), Throws.TypeOf<DeskException>().With.Message.StartsWith("deadlines.yml holds no keys"));

    [Test]
    public void A_missing_file_and_a_missing_rule_are_named()
    {
        Assert.That(() => DeadlineRules.Load("no/such.yml"), Throws.TypeOf<DeskException>().With.Message.Contains("no/such.yml"));
        Assert.That(() => DeadlineRules.Read(Shipped, "x", ShippedCalendars).Get("lunch"), Throws.TypeOf<DeskException>().With.Message.Contains("no rule “lunch”; it has act_by, "));
    }

    [Test]
    public void What_law_sets_is_there_and_switched_off()
    {
        var rules = DeadlineRules.Load(Policies.PathOf("deadlines.yml"));
        var off = rules.All.Where(rule => !rule.Enabled).ToList();

        Assert.That(off.Select(rule => rule.Name), Is.EqualTo(new[]
        {
            "remove_terrorist_content", "keep_terrorist_content", "restore_after_counter_notice", "preserve_child_abuse_material", "take_it_down", "complaint_window", "out_of_court_dispute",
        }));
        Assert.That(off.Select(rule => rule.Source), Has.All.Not.Null);
        Assert.That(rules.StartedBy(AnchorEvent.CounterNoticeReceived), Is.Empty);
        var restore = rules.Get("restore_after_counter_notice");
        Assert.That((restore.Within!.Said, restore.Counting.NotBefore!.Said, restore.Counting.Calendar, restore.BlocksClosing), Is.EqualTo(("14 business days", "10 business days", "us-federal", true)));
        var order = rules.Get("remove_terrorist_content").Changes;
        Assert.That((order.Resume, order.Pauses["clarification"].Single(), order.Extend.Count), Is.EqualTo((AfterPause.Anew, Role.Legal, 0)));
    }

    [Test]
    public void A_rule_of_the_law_that_is_switched_on_is_started_by_its_event()
    {
        var rules = DeadlineRules.Read(Shipped.Replace("enabled: false", "enabled: true", StringComparison.Ordinal), "deadlines.yml", ShippedCalendars);

        Assert.That(rules.StartedBy(AnchorEvent.CounterNoticeReceived).Single().Name, Is.EqualTo("restore_after_counter_notice"));
    }
}
