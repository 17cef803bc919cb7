using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Journal;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Review;
using AbuseDesk.Suspensions;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

public sealed class WithdrawingANotice(Engine engine) : NoticeTest(engine)
{
    [Test]
    public async Task A_notice_in_review_ends_with_its_deadlines_and_the_reason_is_on_record()
    {
        var reference = await SubmittedAsync();

        await Get<WithdrawNotice>().RunAsync(People.Ines, reference.ToLowerInvariant(), " the customer called ");

        Assert.That(await StatusAsync(reference), Is.EqualTo("withdrawn"));
        Assert.That((await Get<DeadlineHistory>().RunAsync(CaseRef)).Single(deadline => deadline.Rule == DeadlineRules.DecideReview).Status, Is.EqualTo("withdrawn"));
        Assert.That((await Get<CaseTimeline>().ListAsync(CaseRef)).Select(entry => entry.Summary), Has.Some.EqualTo($"withdrew {reference}: the customer called"));
        Assert.That((await Get<VerifyJournal>().RunAsync()).Intact);
    }

    [Test]
    public async Task An_approved_notice_loses_its_approval_and_is_never_sent()
    {
        var reference = await SubmittedAsync();
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);

        await Get<WithdrawNotice>().RunAsync(People.Ruth, reference, "sent by letter instead");

        Assert.That(() => Get<SendNotice>().RunAsync(People.Ines, reference), Throws.TypeOf<DeskException>().With.Message.Contains("it is withdrawn"));
        Assert.That(await CountAsync("reviews where act = 'voided'"), Is.EqualTo(1));
        Assert.That(await CountAsync("deadlines where status = 'open' and rule in ('send_notice', 'decide_review')"), Is.Zero);
    }

    [Test]
    public async Task It_needs_a_reason_a_role_and_a_notice_that_was_not_sent()
    {
        await FileAsync(1);
        var sent = await ForwardAsync();

        Assert.That(() => Get<WithdrawNotice>().RunAsync(People.Ines, sent, " "), Throws.TypeOf<DeskException>().With.Message.StartsWith("Give the reason"));
        Assert.That(() => Get<WithdrawNotice>().RunAsync(People.Auditor, sent, "x"), Throws.TypeOf<DeskException>().With.Message.Contains("agent or lead or legal"));
        Assert.That(() => Get<WithdrawNotice>().RunAsync(People.Ines, sent, "x"), Throws.TypeOf<DeskException>().With.Message.Contains("it is sent"));
    }

    [Test]
    public async Task A_second_notice_of_suspension_waits_until_the_first_is_withdrawn()
    {
        var first = await SubmittedAsync();

        Assert.That(
            () => Get<DraftNotice>().RunAsync(People.Ines, Suspension()),
            Throws.TypeOf<DeskException>().With.Message.EqualTo($"{first}, a notice of suspension of this case, is in review; redraft or withdraw it before you draft another."));
        await Get<WithdrawNotice>().RunAsync(People.Ines, first, "the wrong path");
        var second = await Get<DraftNotice>().RunAsync(People.Ines, Suspension());

        Assert.That(second.Ref, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task No_suspension_is_drafted_while_one_of_the_customer_stands()
    {
        var reference = await SubmittedAsync();
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        await Get<SendNotice>().RunAsync(People.Ines, reference);

        Assert.That(
            () => Get<DraftNotice>().RunAsync(People.Ines, Suspension()),
            Throws.TypeOf<DeskException>().With.Message.EqualTo($"The customer’s suspension S-2020-0001 of {CaseRef} is scheduled; call it off before another one is announced."));
        await Get<LiftSuspension>().RunAsync(People.Ruth, "S-2020-0001", "mended");
        Assert.That(async () => await Get<DraftNotice>().RunAsync(People.Ines, Suspension() with { Effective = PromisedTime.At(Clock.Now + Duration.FromDays(2), "UTC") }), Throws.Nothing);
    }
}
