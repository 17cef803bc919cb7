using AbuseDesk.Cases;
using AbuseDesk.Escalation;
using AbuseDesk.Terms;
using NodaTime;

namespace AbuseDesk.Tests.Escalation;

public sealed class EscalatingARecord
{
    private static readonly Ladder Ladder = LadderFile.Load(Policies.PathOf("ladder.yml"));
    private static readonly Instant Now = Instant.FromUtc(2021, 3, 1, 12, 0);

    /// <summary>Ripe for suspension: warned, asked, answered badly, little removed, nothing critical up.</summary>
    private static readonly EscalationRecord Grave = new()
    {
        Now = Now,
        Violations = [.. Enumerable.Range(1, 20).Select(i => new RecordedViolation($"{i}", Ago(10), Severity.High) { Forwarded = true, StillUp = true })],
        Forwardings = [new("F-1", Ago(9), Ago(8), 20, 5)],
        Warnings = [new("N-1", Ago(7))],
        PlanRequests = [new("N-2", Ago(6), Ago(3))],
        Plans = [new("P-1", Ago(4), PlanVerdict.Insufficient, Ago(2))],
    };

    [Test]
    public void A_clean_record_proposes_nothing()
    {
        var proposal = Decide(new EscalationRecord { Now = Now });
        Assert.That(proposal.Step, Is.Null);
        Assert.That(proposal.Title, Is.EqualTo("Nothing is proposed"));
        Assert.That(proposal.Facts, Is.Empty);
        Assert.That(proposal.NextStep, Is.EqualTo(EscalationStep.Warning));
        Assert.That(proposal.WaitsOnCustomer, Is.False);
    }

    [Test]
    public void A_single_low_item_is_forwarded_once()
    {
        var violation = new RecordedViolation("1", Ago(1), Severity.Low) { StillUp = true };
        var proposal = Decide(new EscalationRecord { Now = Now, Violations = [violation] });
        Assert.That(proposal.Step, Is.EqualTo(EscalationStep.Forwarding));
        Assert.That(proposal.Facts.Single().OnRecord, Is.EqualTo("1"));
        Assert.That(Decide(new EscalationRecord { Now = Now, Violations = [violation with { Forwarded = true }] }).Step, Is.Null);
    }

    [Test]
    public void What_the_customer_missed_is_a_fact_that_a_step_may_ask_for()
    {
        var ladder = LadderFile.Read(File.ReadAllText(Policies.PathOf("ladder.yml")).Replace("    plan_failed: true", "    missed: {acknowledge: 2}", StringComparison.Ordinal), "ladder.yml");
        var once = Grave with { Misses = [new("D-1", "acknowledge", Ago(5)), new("D-2", "plan_due", Ago(4)), new("D-3", "acknowledge", Ago(91))] };
        var twice = once with { Misses = [.. once.Misses, new("D-4", "acknowledge", Ago(2))] };

        var waits = Escalate.Decide(ladder, once);
        Assert.That(waits.Step, Is.Null);
        var missing = waits.Missing.Single();
        Assert.That((missing.Name, missing.OnRecord, missing.Asked), Is.EqualTo(("Customer missed “acknowledge”", "once, last on 24 Feb 2021", "2 times or more, in 90 days")));
        var proposed = Escalate.Decide(ladder, twice);
        Assert.That(proposed.Step, Is.EqualTo(EscalationStep.Suspension));
        Assert.That(proposed.Facts.Single(fact => fact.Name.Contains("missed", StringComparison.Ordinal)).Source, Has.Property("Kind").EqualTo(SourceKind.Deadlines).And.Property("Refs").EqualTo(new[] { "D-1", "D-4" }));
    }

    [Test]
    public void What_was_missed_before_a_suspension_was_lifted_counts_no_longer()
    {
        var ladder = LadderFile.Read(File.ReadAllText(Policies.PathOf("ladder.yml")).Replace("    points: 60", "    missed: {acknowledge: 1}", StringComparison.Ordinal), "ladder.yml");
        var record = new EscalationRecord { Now = Now, Violations = [new("1", Ago(1), Severity.Low)], Misses = [new("D-1", "acknowledge", Ago(5))], Suspensions = [new("S-1", Ago(30), Ago(29), Ago(4))] };

        Assert.That(Escalate.Decide(ladder, record).Missing.Select(fact => (fact.Name, fact.OnRecord)), Does.Contain(("Customer missed “acknowledge”", "never")));
    }

    [Test]
    public void Without_critical_content_the_path_is_the_one_with_a_period_to_cure()
    {
        var proposal = Decide(Grave);
        Assert.That(proposal.Title, Is.EqualTo("Suspend the account, with a period to cure"));
        Assert.That(proposal.Path, Is.EqualTo(ContractPath.Cure));
        Assert.That(proposal.Facts.Single(fact => !fact.Required).Met, Is.False);
    }

    [Test]
    public void Critical_content_still_up_is_not_waited_for()
    {
        var young = Grave with { Warnings = [new("N-1", Ago(6))] };
        Assert.That(Decide(young).Step, Is.Null);
        var critical = young with { Violations = [.. young.Violations, Critical(stillUp: true)] };
        var proposal = Decide(critical);
        Assert.That(proposal.Path, Is.EqualTo(ContractPath.Immediate));
        Assert.That(proposal.Facts[1].Asked, Is.EqualTo("one; the 7 days are not waited for, as critical content is still up"));
        Assert.That(Decide(critical with { Warnings = [] }).Step, Is.Not.EqualTo(EscalationStep.Suspension), "a warning is needed all the same");
        Assert.That(Decide(young with { Violations = [.. young.Violations, Critical(stillUp: false)] }).Step, Is.Null);
    }

    [TestCase(PlanVerdict.Adequate, 2, false, "Adequate")]
    [TestCase(PlanVerdict.Insufficient, 2, true, "Insufficient")]
    [TestCase(null, 0, false, "received 25 Feb 2021, not yet assessed")]
    public void The_verdict_on_the_plan_decides(PlanVerdict? verdict, int assessedAgo, bool suspends, string onRecord)
    {
        var record = Grave with { Plans = [new("P-1", Ago(4), verdict, verdict is null ? null : Ago(assessedAgo))] };
        var proposal = Decide(record);
        Assert.That(proposal.Step == EscalationStep.Suspension, Is.EqualTo(suspends));
        var facts = suspends ? proposal.Facts : proposal.Missing;
        Assert.That(facts.Single(fact => fact.Name == "Plan verdict").OnRecord, Is.EqualTo(onRecord));
    }

    [Test]
    public void No_plan_by_its_date_counts_like_an_insufficient_one()
    {
        Assert.That(Decide(Grave with { Plans = [] }).Facts.Single(fact => fact.Name == "Plan verdict").OnRecord, Is.EqualTo("none by 26 Feb 2021"));
        Assert.That(Decide(Grave with { Plans = [], PlanRequests = [new("N-2", Ago(6), Now + Duration.FromHours(1))] }).Step, Is.Null);
    }

    [Test]
    public void A_newer_plan_does_not_put_off_the_answer_to_the_assessed_one() =>
        Assert.That(Decide(Grave with { Plans = [.. Grave.Plans, new("P-2", Ago(1), null, null)] }).Step, Is.EqualTo(EscalationStep.Suspension));

    [Test]
    public void A_plan_from_before_the_request_is_no_answer() =>
        Assert.That(Decide(Grave with { Plans = [new("P-0", Ago(20), PlanVerdict.Adequate, Ago(19))] }).Step, Is.EqualTo(EscalationStep.Suspension));

    [Test]
    public void Enough_removed_in_time_stops_the_ladder() =>
        Assert.That(Decide(Grave with { Forwardings = [new("F-1", Ago(9), Ago(8), 20, 16)] }).Missing.Single().OnRecord, Is.EqualTo("16 of 20, 80 %"));

    [Test]
    public void A_suspension_that_failed_for_thirty_days_leads_to_the_end_of_the_contract()
    {
        var suspended = Grave with { Suspensions = [new("S-1", Ago(1), Ago(1), null)] };
        Assert.That(Decide(suspended).Step, Is.Null);
        Assert.That(Decide(suspended with { Now = Now + Duration.FromDays(29) }).Step, Is.EqualTo(EscalationStep.Termination));
        Assert.That(Decide(suspended with { Now = Now + Duration.FromDays(29), Terminations = [new("N-9", Now)] }).Step, Is.Null);
    }

    [Test]
    public void A_lifted_suspension_lets_the_customer_start_afresh()
    {
        var lifted = Grave with { Suspensions = [new("S-1", Ago(1), Ago(1), Now)] };
        Assert.That(Decide(lifted).Points, Is.Zero);
        Assert.That(Decide(lifted).Step, Is.Null);
        Assert.That(Decide(lifted).Steps.Select(step => step.Stage), Is.All.EqualTo(StepStage.Later));
    }

    private static Proposal Decide(EscalationRecord record) => Escalate.Decide(Ladder, record);

    private static RecordedViolation Critical(bool stillUp) => new("99", Ago(1), Severity.Critical) { Forwarded = true, StillUp = stillUp };

    private static Instant Ago(int days) => Now - Duration.FromDays(days);
}
