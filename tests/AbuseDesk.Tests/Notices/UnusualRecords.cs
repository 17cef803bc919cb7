using AbuseDesk.Notices.Facts;
using AbuseDesk.Terms;
using static AbuseDesk.Tests.Notices.SampleItems;

namespace AbuseDesk.Tests.Notices;

/// <summary>What a suspension says where the record is not that of the specimen.</summary>
public sealed class UnusualRecords
{
    [Test]
    public void The_path_with_a_period_to_cure_tells_the_days_and_shows_no_empty_table()
    {
        var text = Words(OnTheCurePath());

        Assert.That(text, Does.Contain("2.3 We take the path of clause 9.2. It gives you 30 days to cure the breach, from our sending of this notice. From the date of this notice, 9 January 2021, until the suspension takes effect on Sunday 10 January 2021, 23:59 PST there are 31 days. You cure the breach if every item"));
        Assert.That(text, Does.Not.Contain("Table 2").And.Not.Contain("do not apply"));
    }

    [Test]
    public void Paragraphs_are_numbered_as_they_are_printed()
    {
        var facts = SampleFacts.Suspension();
        facts = facts with { Batches = [.. facts.Batches.Select(batch => batch with { DuePassed = false })] };

        var labels = NoticeTexts.Compile(facts).Blocks.OfType<AbuseDesk.Notices.Document.ParagraphBlock>()
            .Select(paragraph => paragraph.Label).OfType<string>().Where(label => label.StartsWith("1.", StringComparison.Ordinal));

        Assert.That(labels, Is.EqualTo(Enumerable.Range(1, 13).Select(number => $"1.{number}")));
    }

    [TestCase("2020-12-20T08:12:00", "We received your plan before we asked you for one on 28 December 2020")]
    [TestCase("2021-01-07T08:12:00", "Our request of 28 December 2020 named five criteria")]
    public void A_plan_answers_only_a_request_that_came_before_it(string received, string said)
    {
        var facts = SampleFacts.Suspension() with { Plan = new() { Received = Moment(received), Exhibit = "D10" } };

        Assert.That(Words(facts), Does.Contain(said));
        Assert.That(Words(facts).Contains("none was received on this request", StringComparison.Ordinal), Is.EqualTo(!facts.PlanOnRequest));
    }

    [Test]
    public void A_plan_that_nobody_asked_for_is_told_as_such() =>
        Assert.That(Words(OnTheCurePath() with { PlanRequest = null }), Does.Contain("3.1 You sent us a plan without a request of ours. Your plan of 7 January 2021"));

    [Test]
    public void Without_a_plan_the_notice_compiles() =>
        Assert.That(Words(OnTheCurePath() with { PlanRequest = null, Plan = null, Assessment = null }), Does.Contain("3.1 We did not ask you for a plan."));

    [Test]
    public void A_plan_before_the_request_proves_nothing_while_an_answer_may_still_come()
    {
        var facts = SampleFacts.Suspension() with { Plan = new() { Received = Moment("2020-12-20T08:12:00"), Exhibit = null } };
        facts = facts with { PlanRequest = facts.PlanRequest! with { Due = Moment("2021-01-12T17:00:00") } };

        Assert.That(ContractProof.Gaps(facts, At("2021-01-09T18:30:00")).Single(), Does.StartWith("clause 9.3(c) needs a plan on request, and the plan of 20"));
        Assert.That(ContractProof.Gaps(facts, At("2021-01-12T17:00:00")), Is.Empty);
        Assert.That(ContractProof.Gaps(SampleFacts.Suspension(), At("2021-01-09T18:30:00")), Is.Empty);
    }

    [Test]
    public void Our_staff_are_not_named_under_the_screenshots()
    {
        var text = Words(SampleFacts.Suspension());

        Assert.That(text, Does.Contain("Captured by our Abuse Desk staff, whole page from the browser").And.Not.Contain("Tomas Brandvold"));
    }

    [Test]
    public void One_item_of_one_week_is_told_in_the_singular_without_a_chart()
    {
        var facts = OnTheCurePath();
        var item = facts.Items[20];
        var batch = facts.Batches[0] with { ItemNumbers = [item.Number], StillUp = 1, Removed = 0, RemovedByActBy = 0 };
        var version = facts.Terms[1] with { ItemNumbers = [item.Number] };
        var text = Words(facts with { Items = [item with { State = AbuseDesk.Cases.ItemState.StillUp, RemovedFoundAt = null }], Batches = [batch], Terms = [version], LastCheck = SampleFacts.Check("2021-01-09T17:00:00", 1, 0, "D13") });

        Assert.That(text, Does.Contain("1.1 On ").And.Contain("1 item of content").And.Contain("It was captured as a screenshot").And.Contain("The item was still available."));
        Assert.That(text, Does.Not.Contain("Figure 1").And.Not.Contain("1 items").And.Not.Contain("All batches").And.Not.Contain("of the items"));
    }

    private static NoticeFacts OnTheCurePath()
    {
        var facts = SampleFacts.Suspension();
        return facts with { Contract = facts.Contract! with { Chosen = ContractPath.Cure, Preconditions = [], DaysGiven = 31 } };
    }

    // the plain text as one line
    private static string Words(NoticeFacts facts) =>
        string.Join(' ', NoticeTexts.Text(facts).Split((char[])[' ', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
}
