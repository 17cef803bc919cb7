using System.Text;
using AbuseDesk.Cases;
using AbuseDesk.Evidence;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Cases;

public sealed class WorkingOnACase(Engine engine) : DeskTest(engine)
{
    private const string Case = "C-2020-0001";

    [SetUp]
    public async Task Seed()
    {
        await Known.CustomersAndTermsAsync(Database);
        await Get<FileReport>().RunAsync(People.Ines, Known.Report("1", Clock.Now) with { Screenshots = [Known.Screenshot(Clock.Now)] });
    }

    [Test]
    public async Task A_stale_edit_is_told_who_changed_the_case_and_when()
    {
        var seen = (await HeadAsync()).Version;
        await Get<AssignCase>().RunAsync(People.Ines, Case, "ines", seen);

        Assert.That(
            () => Get<CloseCase>().RunAsync(People.Tomas, Case, "done", seen),
            Throws.TypeOf<DeskException>().With.Message.Contains("C-2020-0001 was changed by Ines Calder at Mon 16 Nov 2020, 08:00 PST"));
    }

    [Test]
    public async Task An_agent_takes_a_case_and_only_a_lead_hands_it_to_another()
    {
        await Get<AssignCase>().RunAsync(People.Ines, Case, "ines");
        Assert.That(() => Get<AssignCase>().RunAsync(People.Tomas, Case, "tomas"), Throws.TypeOf<DeskException>().With.Message.Contains("lead"));
        await Get<AssignCase>().RunAsync(People.Maren, Case, "tomas");

        Assert.That((await HeadAsync()).AssigneeName, Is.EqualTo("Tomas Brandvold"));
        Assert.That((await Get<CaseTimeline>().ListAsync(Case))[0].Summary, Is.EqualTo("assigned the case to Tomas Brandvold"));
        Assert.That(() => Get<AssignCase>().RunAsync(People.Maren, Case, "nobody"), Throws.TypeOf<DeskException>().With.Message.Contains("“nobody”"));
        Assert.That(() => Get<AssignCase>().RunAsync(People.Maren, Case, "ruth"), Throws.TypeOf<DeskException>().With.Message.Contains("does not work on cases"));
    }

    [Test]
    public async Task A_case_with_items_left_closes_only_with_a_reason()
    {
        Assert.That(() => Get<CloseCase>().RunAsync(People.Ines, Case, " "), Throws.TypeOf<DeskException>().With.Message.Contains("1 item not found removed"));
        await Get<RecordChecks>().RunAsync(People.Ines, Case, [new ItemCheck(1, CheckOutcome.Removed, Clock.Now)]);
        await Get<CloseCase>().RunAsync(People.Ines, Case, null);
        Assert.That((await HeadAsync()).Status, Is.EqualTo("closed"));
        Assert.That(() => Get<AssignCase>().RunAsync(People.Ines, Case, "ines"), Throws.TypeOf<DeskException>().With.Message.Contains("reopen it first"));

        await Get<ReopenCase>().RunAsync(People.Ines, Case, "the post is back");
        Assert.That((await HeadAsync()).CloseReason, Is.Null);
        Assert.That(() => Get<ReopenCase>().RunAsync(People.Ines, Case, "again"), Throws.TypeOf<DeskException>().With.Message.Contains("open already"));
    }

    [Test]
    public async Task A_reversed_violation_counts_no_more_and_may_be_upheld_anew()
    {
        await Get<ReverseViolation>().RunAsync(People.Ines, Case, 1, "satire");
        Assert.That((await HeadAsync()).Severity, Is.EqualTo("low"));
        Assert.That(() => Get<ReverseViolation>().RunAsync(People.Ines, Case, 1, "satire"), Throws.TypeOf<DeskException>());
        Assert.That((await ItemAsync()).Clause, Is.Null);

        var anew = await Get<UpholdViolation>().RunAsync(People.Ines, Case, 1, "6.1", Severity.Medium);
        var raised = await Get<UpholdViolation>().RunAsync(People.Ines, Case, 1, "6.1", Severity.Critical);
        Assert.That((anew, raised), Is.EqualTo((Upheld.Anew, Upheld.Raised)));
        Assert.That(((await HeadAsync()).Severity, (await ItemAsync()).Clause), Is.EqualTo(("critical", "6.1")));
    }

    [Test]
    public async Task A_plan_and_its_assessment_are_evidence()
    {
        var received = Clock.Now - Duration.FromHours(2);
        Assert.That(() => Get<AssessPlan>().RunAsync(People.Ines, Case, Assessment("Volunteers.")), Throws.TypeOf<DeskException>().With.Message.Contains("no plan"));
        await Get<ReceivePlan>().RunAsync(People.Ines, Case, "%PDF-1.4"u8.ToArray(), "plan.pdf", received);
        Assert.That((await HeadAsync()).ToDo, Is.EqualTo("assess the plan"));
        Assert.That((await Get<CaseQueue>().CountAsync("ines")).PlansToAssess, Is.EqualTo(1));
        Assert.That(() => Get<AssessPlan>().RunAsync(People.Ines, Case, Assessment("")), Throws.TypeOf<DeskException>().With.Message.Contains("“Staffing”"));
        Assert.That(() => Get<AssessPlan>().RunAsync(People.Ruth, Case, Assessment("x")), Throws.TypeOf<DeskException>());
        await Get<AssessPlan>().RunAsync(People.Ines, Case, Assessment("Volunteers."));

        var plan = (await Get<Plans>().ListAsync((await HeadAsync()).Id)).Single();
        Assert.That((plan.FileName, plan.ReceivedAt, plan.Verdict, plan.AssessedBy), Is.EqualTo(("plan.pdf", received, "insufficient", "ines")));
        Assert.That(plan.Criteria.Select(criterion => (criterion.Criterion, criterion.Verdict)), Is.EqualTo([("Staffing", "not-met"), ("Coverage", "partly-met"), ("Time to removal", "partly-met"), ("Backlog", "partly-met"), ("Prevention", "partly-met")]));
        var text = Encoding.UTF8.GetString(await Get<IEvidenceStore>().ReadAsync(plan.DocumentSha256!));
        Assert.That(text, Does.Contain("## Staffing: not met").And.Contain("Ines Calder").And.Contain(plan.Sha256));
        Assert.That((await Get<CaseQueue>().CountAsync("ines")).PlansToAssess, Is.Zero);
    }

    [Test]
    public async Task The_evidence_of_a_case_lists_what_was_captured_for_it()
    {
        Clock.Now += Duration.FromHours(1);
        await Get<RecordChecks>().RunAsync(People.Ines, Case, [new ItemCheck(1, CheckOutcome.StillUp, Clock.Now, Known.Screenshot(Clock.Now, 50))]);
        await Get<ReceivePlan>().RunAsync(People.Ines, Case, "%PDF-1.4"u8.ToArray(), "plan.pdf", Clock.Now);
        await Get<AssessPlan>().RunAsync(People.Ines, Case, Assessment("Volunteers."));
        var evidence = await Get<CaseEvidence>().ListAsync((await HeadAsync()).Id);

        Assert.That(evidence.Select(row => (row.ItemNumber, row.Purpose)), Is.EqualTo(
            [(1, "screenshot"), (1, "screenshot"), ((int?)null, "plan"), (null, "document")]));
        Assert.That(evidence.Take(2).Select(row => row.SourceUrl), Is.All.EqualTo("https://perch.example/p/1"));
        Assert.That((await Get<CaseEvidence>().ListAsync((await HeadAsync()).Id, 1)), Has.Count.EqualTo(2));
    }

    [Test]
    public void An_unknown_case_is_told_by_one_sentence() =>
        Assert.That(() => Get<CaseRecord>().GetAsync("C-1"), Throws.TypeOf<DeskException>().With.Message.EqualTo("There is no case “C-1”; a case reference looks like C-2021-0001."));

    private static PlanAssessment Assessment(string reason) => Assessments.Insufficient(reason);

    private Task<CaseDetails> HeadAsync() => Get<CaseRecord>().GetAsync(Case);

    private async Task<ItemRow> ItemAsync() => (await Get<CaseItems>().FindAsync((await HeadAsync()).Id, 1))!;
}
