using System.Text;
using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices.Review;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Settling;

public sealed class SettlingDeadlines(Engine engine) : NoticeTest(engine)
{
    protected override bool OwnTemplates => true;

    [Test]
    public async Task A_plan_that_came_starts_what_the_rules_count_from_it_once()
    {
        await File.AppendAllTextAsync(
            Path.Combine(Desk.Settings.Templates, "policy", "deadlines.yml"),
            """

              thank_for_plan:
                starts: plan-received
                whose: ours
                to_do: say that the plan was received
                within: 24h
                audience: [assignee]
                reminders: {before: [], after: []}
            """);
        await FileAsync(1);
        var received = Clock.Now;
        Clock.Now += Duration.FromHours(2);
        await Get<ReceivePlan>().RunAsync(People.Ines, CaseRef, Encoding.UTF8.GetBytes("# Plan"), "plan.md", received);

        await SettleAsync();
        await SettleAsync();

        var started = (await Get<DeadlineHistory>().RunAsync(CaseRef)).Single(deadline => deadline.Rule == "thank_for_plan");
        Assert.That(started.DueAt, Is.EqualTo(received + Duration.FromHours(24)), "counted from the plan, not from the worker’s pass");
    }

    [Test]
    public async Task A_batch_that_is_all_removed_is_met_before_its_date()
    {
        await FileAsync(2);
        await ForwardAsync();
        Clock.Now += Duration.FromHours(3);
        await CheckAsync(1, CheckOutcome.Removed);
        Assert.That(await SettleAsync(), Is.Zero);
        await CheckAsync(2, CheckOutcome.Removed);

        Assert.That(await SettleAsync(), Is.EqualTo(1));
        Assert.That(await StatusesAsync(), Is.EqualTo(new[] { ("act_by", "met") }));
    }

    [Test]
    public async Task A_date_that_passed_waits_for_the_check_and_then_the_miss_is_on_record()
    {
        await FileAsync(2);
        await ForwardAsync();
        Clock.Now += Duration.FromHours(25);
        Assert.That(await SettleAsync(), Is.Zero);
        await CheckAsync(1, CheckOutcome.Removed);
        await CheckAsync(2, CheckOutcome.StillUp);

        Assert.That(await SettleAsync(), Is.EqualTo(1));
        Assert.That(await SettleAsync(), Is.Zero);
        Assert.That(await StatusesAsync(), Is.EqualTo(new[] { ("act_by", "missed") }));
        Assert.That((await Get<CaseTimeline>().ListAsync(CaseRef))[0].Summary, Does.Contain("1 of 2 items were not removed"));
    }

    [Test]
    public async Task A_plan_that_came_starts_the_desks_own_deadline_which_its_assessment_meets()
    {
        await FileAsync(1);
        await ForwardAsync();
        await CheckAsync(1, CheckOutcome.StillUp);
        await AskForAPlanAsync();
        Clock.Now += Duration.FromHours(2);
        await Get<ReceivePlan>().RunAsync(People.Ines, CaseRef, Encoding.UTF8.GetBytes("# Plan"), "plan.md", Clock.Now);
        await SettleAsync();
        Assert.That(await StatusesAsync(), Is.EquivalentTo(new[] { ("act_by", "open"), ("plan_due", "met"), ("assess_plan", "open") }));

        Clock.Now += Duration.FromHours(1);
        await Get<AssessPlan>().RunAsync(People.Maren, CaseRef, Assessments.Insufficient());
        await SettleAsync();

        Assert.That(await StatusesAsync(), Is.EquivalentTo(new[] { ("act_by", "open"), ("plan_due", "met"), ("assess_plan", "met") }));
    }

    [Test]
    public async Task A_plan_that_a_later_one_replaced_needs_no_assessment()
    {
        await FileAsync(1);
        await ForwardAsync();
        await CheckAsync(1, CheckOutcome.StillUp);
        await AskForAPlanAsync();
        Clock.Now += Duration.FromHours(2);
        await Get<ReceivePlan>().RunAsync(People.Ines, CaseRef, Encoding.UTF8.GetBytes("# Plan"), "plan.md", Clock.Now);
        await SettleAsync();
        Clock.Now += Duration.FromHours(1);
        await Get<ReceivePlan>().RunAsync(People.Ines, CaseRef, Encoding.UTF8.GetBytes("# Better plan"), "plan2.md", Clock.Now);
        Assert.That(await SettleAsync(), Is.Zero);
        await Get<AssessPlan>().RunAsync(People.Maren, CaseRef, Assessments.Insufficient());

        Assert.That(await SettleAsync(), Is.EqualTo(1));
        Assert.That(await StatusesAsync(), Is.EquivalentTo(new[] { ("act_by", "open"), ("plan_due", "met"), ("assess_plan", "met") }));
    }

    [Test]
    public async Task A_case_that_fails_keeps_no_other_back_and_is_told_at_the_end()
    {
        await FileAsync(1);
        await ForwardAsync();
        var other = await SecondCaseAsync();
        // its next entry is there already, so that nothing can be appended
        await Database.WriteAsync(tx => tx.ExecuteAsync(
            "update journal set number = number + 1 where chain = @CaseRef and number = (select max(number) from journal where chain = @CaseRef)", new { CaseRef }));
        Clock.Now += Duration.FromHours(1);
        await Database.WriteAsync(tx => tx.ExecuteAsync("update items set state = 'removed', state_at = @Now", tx));
        await Database.WriteAsync(tx => tx.ExecuteAsync(
            "insert into checks (item_id, case_id, outcome, checked_at, checked_by) select id, case_id, 'removed', @Now, 'ines' from items", tx));

        Assert.That(SettleAsync, Throws.InstanceOf<AggregateException>().With.Message.StartsWith($"Settling the deadlines failed for {CaseRef}, and is tried again"));
        Assert.That((await Get<DeadlineHistory>().RunAsync(other)).Single().Status, Is.EqualTo("met"));
    }

    [Test]
    public async Task Reminders_of_an_ended_deadline_are_not_sent()
    {
        await FileAsync(1);
        await ForwardAsync();
        Clock.Now += Duration.FromHours(1);
        await CheckAsync(1, CheckOutcome.Removed);
        await SettleAsync();
        Clock.Now += Duration.FromHours(30);

        Assert.That((await Get<RemindDue>().RunAsync()).Planned, Is.Zero);
    }

    private async Task<string> SecondCaseAsync()
    {
        await Database.WriteAsync(tx => tx.ExecuteAsync(
            """
            insert into resources (customer_id, kind, value, held_from) select id, 'domain', 'egret.example', '2019-01-01T00:00:00.000000Z' from customers where account = 'A-1099'
            """));
        await Get<FileReport>().RunAsync(People.Ines, Known.Report("x", Clock.Now - Duration.FromHours(1), "7.4") with
        {
            Url = "https://egret.example/1",
            Screenshots = [Known.Screenshot(Clock.Now - Duration.FromHours(1))],
        });
        const string second = "C-2020-0002";
        await Database.WriteAsync(tx => tx.ExecuteAsync(
            "insert into contacts (customer_id, role, name, email, locale, zone) select id, 'abuse', 'Abuse', 'abuse@egret.example', 'en', 'UTC' from customers where account = 'A-1099'"));
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest
        {
            CaseRef = second,
            Kind = NoticeKind.Forwarding,
            ActBy = PromisedTime.At(Clock.Now + Duration.FromHours(24), "America/Los_Angeles"),
        });
        await Get<SendNotice>().RunAsync(People.Ines, drafted.Ref);
        return second;
    }

    private Task<int> SettleAsync() => Get<SettleDeadlines>().RunAsync();

    private async Task<IEnumerable<(string, string)>> StatusesAsync() =>
        (await Get<DeadlineHistory>().RunAsync(CaseRef)).Select(deadline => (deadline.Rule, deadline.Status));

    private async Task AskForAPlanAsync()
    {
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest
        {
            CaseRef = CaseRef,
            Kind = NoticeKind.PlanRequest,
            ActBy = PromisedTime.At(Clock.Now + Duration.FromDays(7), "America/Los_Angeles"),
        });
        await Get<SendNotice>().RunAsync(People.Ines, drafted.Ref);
    }
}
