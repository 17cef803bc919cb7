using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Escalation;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices.Review;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Cases;

public sealed class JudgingPlans(Engine engine) : NoticeTest(engine)
{
    [SetUp]
    public Task OpenACase() => FileAsync(1);

    [Test]
    public async Task Only_the_latest_plan_is_to_be_assessed()
    {
        await ReceiveAsync("first.pdf");
        Clock.Now += Duration.FromHours(1);
        await ReceiveAsync("second.pdf");
        Assert.That((await Get<CaseQueue>().CountAsync("ines")).PlansToAssess, Is.EqualTo(1));
        await Get<AssessPlan>().RunAsync(People.Ines, CaseRef, Assessments.Insufficient());

        Assert.That((await Get<CaseQueue>().CountAsync("ines")).PlansToAssess, Is.Zero);
        Assert.That(await Get<CaseQueue>().ListAsync(new CaseQueueFilter { PlanToAssess = true }), Is.Empty);
    }

    [Test]
    public async Task A_plan_that_nobody_asked_for_is_to_be_assessed_in_time_too_and_only_once()
    {
        await ReceiveAsync("first.pdf");
        await SettleAsync();
        await SettleAsync();
        Assert.That(await DeadlinesAsync(), Is.EqualTo(new[] { "open" }));

        Clock.Now += Duration.FromHours(1);
        await ReceiveAsync("second.pdf");
        await Get<AssessPlan>().RunAsync(People.Ines, CaseRef, Assessments.Insufficient());
        await SettleAsync();
        Assert.That(await DeadlinesAsync(), Is.EqualTo(new[] { "met" }), "the older plan waits for nothing");

        Clock.Now += Duration.FromHours(1);
        await ReceiveAsync("third.pdf");
        await SettleAsync();
        Assert.That(await DeadlinesAsync(), Is.EqualTo(new[] { "met", "open" }));
    }

    [Test]
    public async Task The_criteria_are_those_of_the_request_that_was_sent_before_the_plan()
    {
        await AskAsync("Speed", "Names");
        Clock.Now += Duration.FromHours(1);
        await ReceiveAsync("plan.pdf");
        Clock.Now += Duration.FromHours(1);
        await AskAsync("Copies");

        Assert.That(
            () => AssessAsync("Staffing", "speed", "Speed "),
            Throws.TypeOf<DeskException>().With.Message.EqualTo("Give one verdict on each of Speed, Names: “Names” is missing, “Staffing” was not asked, “speed” is there twice."));
        await AssessAsync("names", "Speed");

        var plan = (await Get<Plans>().ListAsync((await Get<CaseRecord>().GetAsync(CaseRef)).Id)).Single();
        Assert.That(plan.Criteria.Select(criterion => criterion.Criterion), Is.EqualTo(new[] { "Speed", "Names" }));
    }

    [Test]
    public async Task A_plan_that_came_before_any_request_is_judged_by_the_policy()
    {
        await ReceiveAsync("plan.pdf");
        Clock.Now += Duration.FromHours(1);
        await AskAsync("Speed");

        Assert.That(() => AssessAsync("Speed"), Throws.TypeOf<DeskException>().With.Message.StartsWith("Give one verdict on each of Staffing, Coverage, Time to removal, Backlog, Prevention: "));
        await Get<AssessPlan>().RunAsync(People.Ines, CaseRef, Assessments.Insufficient());

        var facts = (await Get<ExplainEscalation>().RunAsync(CaseRef)).Missing.Concat((await Get<ExplainEscalation>().RunAsync(CaseRef)).Facts);
        Assert.That(facts.Where(fact => fact.Name == "Plan verdict").Select(fact => fact.OnRecord), Has.None.EqualTo("Insufficient"), "the request asks for a plan that is still to come");
    }

    [Test]
    public async Task A_further_assessment_stands_beside_the_first_and_the_latest_counts()
    {
        await ReceiveAsync("plan.pdf");
        await Get<AssessPlan>().RunAsync(People.Ines, CaseRef, Assessments.Insufficient());
        Clock.Now += Duration.FromHours(1);
        await Get<AssessPlan>().RunAsync(People.Maren, CaseRef, Assessments.Insufficient() with { Verdict = PlanVerdict.Adequate, Reason = "They named people." });

        var plan = (await Get<Plans>().ListAsync((await Get<CaseRecord>().GetAsync(CaseRef)).Id)).Single();
        Assert.That((plan.Verdict, plan.AssessedBy), Is.EqualTo(("adequate", "maren")));
        Assert.That(await CountAsync("assessments"), Is.EqualTo(2));
        Assert.That((await Get<CaseTimeline>().ListAsync(CaseRef))[0].Summary, Is.EqualTo("assessed the plan again as adequate, where it had been insufficient: They named people."));
    }

    private Task<long> ReceiveAsync(string name) => Get<ReceivePlan>().RunAsync(People.Ines, CaseRef, "%PDF-1.4"u8.ToArray(), name, Clock.Now);

    private Task<long> AssessAsync(params string[] names) => Get<AssessPlan>().RunAsync(People.Ines, CaseRef, Assessments.Of(PlanVerdict.Insufficient, "No.", names));

    private Task<int> SettleAsync() => Get<SettleDeadlines>().RunAsync();

    private async Task<IEnumerable<string>> DeadlinesAsync() =>
        (await Get<DeadlineHistory>().RunAsync(CaseRef)).Where(deadline => deadline.Rule == "assess_plan").OrderBy(deadline => deadline.Ref).Select(deadline => deadline.Status);

    private async Task AskAsync(params string[] names)
    {
        if (await CountAsync("forwardings") == 0) await ForwardAsync();
        await CheckAsync(1, CheckOutcome.StillUp);
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest
        {
            CaseRef = CaseRef,
            Kind = NoticeKind.PlanRequest,
            ActBy = PromisedTime.At(Clock.Now + Duration.FromDays(7), "America/Los_Angeles"),
            Criteria = [.. names.Select(name => new CriterionFacts { Name = name, Question = $"{name}?" })],
        });
        await Get<SendNotice>().RunAsync(People.Ines, drafted.Ref);
    }
}
