using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Deadlines.Changing;
using AbuseDesk.Mail;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Mail;
using AbuseDesk.Tests.Staff;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

public sealed class StartingWhatIsCounted(Engine engine) : NoticeTest(engine)
{
    protected override bool OwnTemplates => true;

    [Test]
    public async Task A_notice_that_is_sent_starts_what_a_rule_counts_from_it()
    {
        await AddRuleAsync("notice-sent");
        await FileAsync(1);

        var notice = await ForwardAsync();

        var found = await StartedAsync();
        Assert.That((found.NoticeRef, found.DueLocal, found.DueZone), Is.EqualTo((notice, "2020-12-08T23:59:59", "Europe/Paris")));
        Assert.That(found.Explanation, Is.EqualTo($"3 days after {notice} was sent on Sat 5 Dec 2020 18:00 CET: Tue 8 Dec 2020 23:59 CET."));
    }

    [TestCase("notice-submitted", "version 1 was submitted to legal")]
    [TestCase("notice-approved", "version 1 was approved")]
    public async Task A_step_of_the_review_starts_what_a_rule_counts_from_it(string happened, string words)
    {
        await AddRuleAsync(happened);
        var notice = await SubmittedAsync();
        if (happened == "notice-approved") Assert.That(await CountAsync("deadlines where rule = 'look_again'"), Is.Zero);
        Clock.Now += Duration.FromHours(1);

        await Get<ApproveNotice>().RunAsync(People.Ruth, notice);

        var found = await StartedAsync();
        Assert.That((found.NoticeRef, found.Anchor), Is.EqualTo((notice, $"{notice} {words}")));
    }

    [Test]
    public async Task A_delivery_starts_it_once_and_an_earlier_one_that_becomes_known_moves_it_and_keeps_the_old_date()
    {
        await AddRuleAsync("notice-delivered");
        await FileAsync(1);
        var notice = await ForwardAsync();
        await new DeliverMail(Database, new OutboxLease(Database), new DeliveryOutcome(Database), new RecordingMailer(_ => new Delivery.Sent("mx: 250 fine"))).RunAsync();
        Clock.Now = At("2020-12-08T09:00:00Z");
        await FollowAsync("2020-12-07T23:30:00Z");
        await FollowAsync("2020-12-07T23:45:00Z");

        var first = await StartedAsync();
        Assert.That(first.Explanation, Is.EqualTo($"3 days after {notice} was delivered on Tue 8 Dec 2020 00:30 CET: Fri 11 Dec 2020 23:59 CET."));
        await FollowAsync("2020-12-07T22:30:00Z");

        var moved = await StartedAsync();
        Assert.That(moved.Explanation, Is.EqualTo($"3 days after {notice} was delivered on Mon 7 Dec 2020 23:30 CET: Thu 10 Dec 2020 23:59 CET."));
        Assert.That(moved.Moves.Select(move => (move.Cause, move.OldDueAt, move.OldExplanation, move.MovedBy)), Is.EqualTo(new[] { ("anchor-corrected", first.DueAt, first.Explanation, "abusedesk") }));
        Assert.That(await CountAsync("outbox where kind = 'deadline' and subject like '%look at the answer%'"), Is.GreaterThan(0), "who counts on it is told");
    }

    [Test]
    public async Task A_delivery_that_is_heard_of_during_a_pause_counts_when_it_goes_on()
    {
        await AddRuleAsync("notice-delivered", "pause: {reasons: {clarification: [agent]}, resume: rest}");
        await FileAsync(1);
        await ForwardAsync();
        await new DeliverMail(Database, new OutboxLease(Database), new DeliveryOutcome(Database), new RecordingMailer(_ => new Delivery.Sent("mx: 250 fine"))).RunAsync();
        Clock.Now = At("2020-12-08T09:00:00Z");
        await FollowAsync("2020-12-07T23:30:00Z");
        var deadline = await StartedAsync();
        await Get<PauseDeadline>().RunAsync(People.Ines, deadline.Ref, "clarification");
        await FollowAsync("2020-12-07T22:30:00Z");
        Assert.That((await StartedAsync()).Status, Is.EqualTo("paused"));

        Clock.Now += Duration.FromHours(1);
        await Get<ResumeDeadline>().RunAsync(People.Ines, deadline.Ref);

        // the day of the pause does not count: 9, 10, 11
        Assert.That((await StartedAsync()).DueLocal, Is.EqualTo("2020-12-11T23:59:59"));
    }

    [Test]
    public async Task A_case_that_is_closed_starts_nothing_when_its_notice_is_delivered()
    {
        await AddRuleAsync("notice-delivered");
        await FileAsync(1);
        await ForwardAsync();
        await new DeliverMail(Database, new OutboxLease(Database), new DeliveryOutcome(Database), new RecordingMailer(_ => new Delivery.Sent("mx: 250 fine"))).RunAsync();
        await Get<CloseCase>().RunAsync(People.Ines, CaseRef, "done");

        await FollowAsync("2020-12-05T17:00:00Z");

        Assert.That(await CountAsync("deadlines where rule = 'look_again'"), Is.Zero);
    }

    private Task AddRuleAsync(string starts, string more = "extend: none") => File.AppendAllTextAsync(
        Path.Combine(Desk.Settings.Templates, "policy", "deadlines.yml"),
        $$"""

          look_again:
            starts: {{starts}}
            whose: ours
            to_do: look at the answer
            within: 3 days
            zone: customer
            {{more}}
            audience: [assignee]
            reminders: {before: [], after: []}
        """);

    private async Task<DeadlineDetails> StartedAsync() =>
        await Get<FindDeadline>().GetAsync((await Get<DeadlineHistory>().RunAsync(CaseRef)).Single(deadline => deadline.Rule == "look_again").Ref);

    /// <summary>A server says that the notice was delivered, at the instant.</summary>
    private async Task FollowAsync(string at)
    {
        await Database.WriteAsync(async tx =>
        {
            var mail = await tx.GetAsync<long>("select max(id) from outbox where kind = 'forwarding'");
            await MailEvents.AddAsync(tx, mail, new MailEvent { Recipient = "abuse@perch.example", Event = "delivered", At = At(at), Said = "stored", Source = "report of mx.perch.example" });
        });
        await Get<FollowDeliveries>().RunAsync();
    }
}
