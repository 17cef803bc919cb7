using AbuseDesk.Cases;
using AbuseDesk.Escalation;

namespace AbuseDesk.Tests.Escalation;

public sealed class ReadingTheLadder
{
    private static readonly string Shipped = File.ReadAllText(Policies.PathOf("ladder.yml"));

    [Test]
    public void The_ladder_that_ships_is_read()
    {
        var ladder = LadderFile.Load(Policies.PathOf("ladder.yml"));
        Assert.That(ladder.Version, Is.EqualTo("2020-12-01"));
        Assert.That(ladder.Points[Severity.Critical], Is.EqualTo(12));
        Assert.That(ladder.Steps.Select(step => step.Step), Is.EqualTo(Enum.GetValues<EscalationStep>()));
        var suspension = ladder.Steps.Single(step => step.Step == EscalationStep.Suspension);
        Assert.That(suspension.Points, Is.EqualTo(120));
        Assert.That(suspension.After, Is.EqualTo(new[] { new PriorStep(EscalationStep.Warning, 7), new PriorStep(EscalationStep.PlanRequest, 0) }));
        Assert.That(suspension.PlanFailed && suspension.CriticalShortens, Is.True);
        Assert.That(ladder.Steps[0].Points, Is.Null);
    }

    [Test]
    public void A_policy_that_never_ends_a_contract_leaves_that_step_out()
    {
        var ladder = LadderFile.Read(Shipped[..Shipped.IndexOf("  termination:", StringComparison.Ordinal)], "ladder.yml");

        Assert.That(ladder.Steps.Select(step => step.Step), Does.Not.Contain(EscalationStep.Termination).And.Contain(EscalationStep.Suspension));
    }

    [TestCase("critical: 12}", "critical: twelve}", "line 7: points.critical must be a whole number, 0 or more.")]
    [TestCase("critical: 12}", "critical: 5}", "points.critical must be at least the points of high.")]
    [TestCase("critical: 12}", "criticall: 12}", "points.critical is missing")]
    [TestCase("window_days: 90", "window_days: 30", "full_days must be no more than window_days.")]
    [TestCase("{warning: 14d}", "{warnings: 14d}", "steps.plan-request.after must be a list of steps milder than plan-request")]
    [TestCase("{warning: 14d}", "{suspension: 14d}", "steps.plan-request.after must be a list of steps milder than plan-request")]
    [TestCase("{warning: 14d}", "{warning: 2 weeks}", "steps.plan-request.after.warning must be a time such as 30m, 24h or 3d.")]
    [TestCase("    points: 60\n", "    missed: {acknowledge: 0}\n", "steps.warning.missed.acknowledge must be at least 1.")]
    [TestCase("    points: 60\n", "    missed: {acknowledge: often}\n", "steps.warning.missed.acknowledge must be a whole number, 0 or more.")]
    [TestCase("plan_failed: true", "plan_failed: yes", "steps.suspension.plan_failed must be true or false.")]
    [TestCase("    points: 60\n", "", "steps.warning.points is missing")]
    [TestCase("  termination:", "  terminate:", "steps.terminate is not known")]
    [TestCase("full_days: 60", "full_days: 60\nfull_days: 61", "this is not YAML")]
    [TestCase("full_days: 60", "full_days: 60\nhalf_days: 61", "half_days is not known; known here: full_days, points, steps")]
    public void A_mistake_is_answered_with_file_line_and_key(string right, string wrong, string sentence)
    {
        Assert.That(Shipped, Does.Contain(right));
        var error = Assert.Throws<DeskException>(() => LadderFile.Read(Shipped.Replace(right, wrong, StringComparison.Ordinal), "ladder.yml"));
        Assert.That(error!.Message, Does.StartWith("ladder.yml, line ").And.Contains(sentence));
    }
}
