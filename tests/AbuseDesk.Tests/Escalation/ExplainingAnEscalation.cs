using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Escalation;
using AbuseDesk.Reports;
using AbuseDesk.Terms;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Escalation;

public sealed class ExplainingAnEscalation(Engine engine) : DeskTest(engine)
{
    protected override bool OwnTemplates => true;

    private const string Case = "C-2020-0001";

    [SetUp]
    public async Task Seed()
    {
        await Known.CustomersAndTermsAsync(Database);
        for (var i = 1; i <= 40; i++)
            await Get<FileReport>().RunAsync(People.Ines, Known.Report($"{i}", Clock.Now - Duration.FromHours(1), severity: Severity.Critical));
    }

    [Test]
    public async Task Items_that_wait_are_to_be_forwarded()
    {
        var proposal = await Get<ExplainEscalation>().RunAsync(Case);

        Assert.That(proposal.Step, Is.EqualTo(EscalationStep.Forwarding));
        Assert.That(proposal.Points, Is.GreaterThan(0));
    }

    [Test]
    public async Task Forwardings_warnings_plan_requests_and_plans_of_the_record_lead_to_a_suspension()
    {
        var id = (await Get<CaseRecord>().GetAsync(Case)).Id;
        await Forwarded.ItemsAsync(Database, id, 1, Clock.Now + Duration.FromDays(1), [.. Enumerable.Range(1, 40)]);
        Clock.Now += Duration.FromDays(2);
        await Get<RecordChecks>().RunAsync(People.Ines, Case, [.. Enumerable.Range(1, 40).Select(i => new ItemCheck(i, CheckOutcome.StillUp, Clock.Now))]);
        var warn = await Get<ExplainEscalation>().RunAsync(Case);
        await Forwarded.NoticeAsync(Database, id, "warning", "N-W");
        Clock.Now += Duration.FromDays(10);
        await Forwarded.NoticeAsync(Database, id, "plan-request", "N-P", Clock.Now + Duration.FromDays(5));
        Clock.Now += Duration.FromDays(4);
        var plan = Clock.Now;
        await Get<ReceivePlan>().RunAsync(People.Ines, Case, "%PDF-1.4 volunteers"u8.ToArray(), "plan.pdf", plan);
        Clock.Now += Duration.FromDays(4);
        await Get<AssessPlan>().RunAsync(People.Ines, Case, Assessments.Insufficient());
        var suspend = await Get<TakeUpProposal>().RunAsync(People.Ines, Case, EscalationStep.Suspension);

        Assert.That(warn.Step, Is.EqualTo(EscalationStep.Warning));
        Assert.That((suspend.Step, suspend.Path), Is.EqualTo((EscalationStep.Suspension, (ContractPath?)ContractPath.Immediate)));
        Assert.That((await Get<ExplainEscalation>().RunAsync(Case, plan)).Step, Is.Not.EqualTo(EscalationStep.Suspension), "as the record stood then");
        var entry = (await Get<CaseTimeline>().ListAsync(Case))[0];
        Assert.That(entry.Summary, Is.EqualTo("took up the proposal: Suspend the account, by the immediate path"));
        Assert.That(entry.Details, Does.Contain("N-W"));
        Assert.That((await Get<CaseRecord>().GetAsync(Case)).ToDo, Is.EqualTo("draft the suspension"));
    }

    [Test]
    public async Task A_deadline_that_the_customer_missed_is_on_the_record_of_the_ladder_and_one_of_the_desk_is_not()
    {
        var policy = Path.Combine(Desk.Settings.Templates, "policy", "ladder.yml");
        await File.WriteAllTextAsync(policy, (await File.ReadAllTextAsync(policy)).Replace("    points: 60\n    removed_under_percent: 80", "    missed: {acknowledge: 1}", StringComparison.Ordinal));
        var id = (await Get<CaseRecord>().GetAsync(Case)).Id;
        var started = Clock.Now;
        var deadline = await StartAsync(id, DeadlineRules.Acknowledge);
        await StartAsync(id, DeadlineRules.DecideReview);
        Assert.That((await Get<ExplainEscalation>().RunAsync(Case)).Step, Is.EqualTo(EscalationStep.Forwarding));

        Clock.Now += Duration.FromHours(2);
        var proposal = await Get<ExplainEscalation>().RunAsync(Case);
        Assert.That(proposal.Step, Is.EqualTo(EscalationStep.Warning));
        Assert.That(proposal.Facts.Single().Source.Refs, Is.EqualTo(new[] { deadline }));
        Assert.That((await Get<ExplainEscalation>().RunAsync(Case, started)).Step, Is.EqualTo(EscalationStep.Forwarding), "as the record stood then");

        await Get<MeetDeadline>().RunAsync(People.Ines, deadline);
        Assert.That((await Get<ExplainEscalation>().RunAsync(Case)).Step, Is.EqualTo(EscalationStep.Forwarding));
    }

    private Task<string> StartAsync(long caseId, string rule) => Database.WriteAsync(tx => Get<StartDeadline>().RunAsync(
        tx, new DeadlineStart { CaseId = caseId, Rule = rule, Due = PromisedTime.At(Clock.Now + Duration.FromHours(1), "America/Los_Angeles"), Anchor = "N-1 was sent" }));

    [Test]
    public void A_proposal_that_is_another_by_now_is_not_taken_up() =>
        Assert.That(
            () => Get<TakeUpProposal>().RunAsync(People.Ines, Case, EscalationStep.Suspension),
            Throws.TypeOf<DeskException>().With.Message.Contains("now proposes"));
}
