using AbuseDesk.Escalation;
using AbuseDesk.Terms;

namespace AbuseDesk.Tests.Escalation;

public sealed class EscalatingTheSampleCase
{
    private static readonly Ladder Ladder = LadderFile.Load(Policies.PathOf("ladder.yml"));

    [TestCase("2020-11-23T08:00", EscalationStep.Forwarding)]
    [TestCase("2020-11-24T09:00", EscalationStep.Forwarding)]
    [TestCase("2020-12-08T09:00", EscalationStep.Warning)]
    [TestCase("2020-12-10T10:29", EscalationStep.Warning)]
    [TestCase("2020-12-10T10:31", EscalationStep.Forwarding)]
    [TestCase("2020-12-28T14:59", EscalationStep.PlanRequest)]
    [TestCase("2021-01-08T11:39", EscalationStep.Forwarding)]
    [TestCase("2021-01-08T11:40", EscalationStep.Suspension)]
    [TestCase("2021-01-09T17:06", EscalationStep.Suspension)]
    public void The_ladder_climbs_with_the_record(string at, EscalationStep step) =>
        Assert.That(Escalate.Decide(Ladder, PerchStory.At(at)).Step, Is.EqualTo(step));

    [Test]
    public void The_suspension_is_proposed_with_every_fact_that_led_there()
    {
        var proposal = Escalate.Decide(Ladder, PerchStory.At("2021-01-09T17:06"));
        Assert.That(proposal.Title, Is.EqualTo("Suspend the account, by the immediate path"));
        Assert.That(proposal.Path, Is.EqualTo(ContractPath.Immediate));
        Assert.That(proposal.Facts.Select(fact => $"{fact.Name}: {fact.OnRecord} ({fact.Asked})"), Is.EqualTo(new[]
        {
            "Points in 90 days: 771 (120 or more)",
            "Warning before: 10 Dec 2020 (one, at least 7 days ago)",
            "Plan asked for: 28 Dec 2020 (once)",
            "Plan verdict: Insufficient (insufficient, or no plan)",
            "Removed by the date to act by: 13 of 68, 19 % (under 80 %)",
            "Critical and still up: 30 of 40 (any: the immediate path)",
        }));
        Assert.That(proposal.Facts.Select(fact => fact.Met), Is.All.True);
        Assert.That(proposal.Facts[0].Source.Refs, Has.Count.EqualTo(98));
        Assert.That(proposal.Facts[1].Source.Refs, Is.EqualTo(new[] { "N-2020-0655" }));
        Assert.That(proposal.Steps.Select(step => step.Stage), Is.EqualTo(new[]
        {
            StepStage.Done, StepStage.Done, StepStage.Done, StepStage.Now, StepStage.Later,
        }));
        Assert.That(proposal.Steps[0].Times, Is.EqualTo(8));
        Assert.That(proposal.NextStep, Is.EqualTo(EscalationStep.Termination));
        Assert.That(proposal.Missing.Select(fact => fact.Name), Is.EqualTo(new[] { "Suspended before" }));
    }

    [Test]
    public void It_is_said_what_the_customer_still_has_time_for()
    {
        var proposal = Escalate.Decide(Ladder, PerchStory.At("2021-01-04T12:00"));
        Assert.That(proposal.WaitsOnCustomer, Is.True);
        Assert.That(proposal.Waits.Select(wait => wait.What), Is.EqualTo(new[] { "remove 21 items", "send the plan" }));
        Assert.That(proposal.Missing.Select(fact => $"{fact.Name}: {fact.OnRecord}"), Is.EqualTo(new[] { "Plan verdict: awaited until 7 Jan 2021" }));
    }
}
