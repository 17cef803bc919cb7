using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Dapper;
using MimeKit;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

public sealed class DatesOfANotice(Engine engine) : NoticeTest(engine)
{
    [Test]
    public async Task An_approved_measure_is_to_be_sent_a_day_before_it_takes_effect()
    {
        var reference = await ApprovedAsync();

        var send = await SendDeadlineAsync();
        Assert.That((send.DueAt, send.Status), Is.EqualTo((At("2020-12-08T07:59:00Z"), "open")));
        Assert.That(await WhyAsync(), Does.StartWith($"24 hours before the measure of {reference} takes effect on Tuesday 8 December 2020, 23:59 PST."));
        Assert.That(await ToDoAsync(), Is.EqualTo(("ours", "send the notice")));

        await Get<SendNotice>().RunAsync(People.Ines, reference);
        Assert.That((await SendDeadlineAsync()).Status, Is.EqualTo("met"));
    }

    [Test]
    public async Task A_measure_that_is_closer_than_that_is_to_be_sent_before_it_takes_effect()
    {
        var reference = await SubmittedAsync();
        Clock.Now = At("2020-12-08T19:00:00Z");
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);

        var send = await SendDeadlineAsync();
        Assert.That(send.DueAt, Is.EqualTo(At("2020-12-09T07:59:00Z")));
        Assert.That(await WhyAsync(), Does.Contain("had begun already on Tuesday 8 December 2020, 11:00 PST"));
    }

    [Test]
    public async Task A_notice_that_is_redrafted_is_approved_anew_before_it_is_to_be_sent()
    {
        var reference = await ApprovedAsync();

        await Get<RedraftNotice>().RunAsync(People.Ines, reference, new RedraftNoticeRequest());

        Assert.That((await SendDeadlineAsync()).Status, Is.EqualTo("withdrawn"));
        Assert.That(await ToDoAsync(), Is.EqualTo(("ours", "submit the notice")));
    }

    [Test]
    public async Task The_customer_is_reminded_only_of_the_items_that_are_left()
    {
        await FileAsync(3);
        var reference = await ForwardAsync(Duration.FromHours(30));
        await CheckAsync(2, CheckOutcome.Removed);

        await Get<RemindDue>().RunAsync(Clock.Now + Duration.FromHours(6));

        var subject = await Database.ReadAsync(connection => connection.QuerySingleAsync<string>("select subject from outbox where kind = 'reminder'"));
        Assert.That(subject, Does.StartWith("Reminder: remove 2 items by").And.EndWith($"({reference})"));
        var mime = await Database.ReadAsync(connection => connection.QuerySingleAsync<byte[]>("select mime from outbox where kind = 'reminder'"));
        Assert.That((await MimeMessage.LoadAsync(new MemoryStream(mime))).TextBody, Does.Contain("remove 2 items (2 of 3; our checks found the others removed)"));
    }

    [Test]
    public async Task A_date_to_act_by_that_has_passed_is_neither_sent_nor_kept()
    {
        await FileAsync(1);
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest
        {
            CaseRef = CaseRef,
            Kind = NoticeKind.Forwarding,
            ActBy = PromisedTime.At(Clock.Now + Duration.FromHours(24), "America/Los_Angeles"),
        });
        Clock.Now += Duration.FromHours(25);

        Assert.That(() => Get<SendNotice>().RunAsync(People.Ines, drafted.Ref),
            Throws.TypeOf<DeskException>().With.Message.Contains("The date to act by, ").And.Message.EndsWith(", has passed; redraft it with a later one."));
        Assert.That(() => Get<RedraftNotice>().RunAsync(People.Ines, drafted.Ref, new RedraftNoticeRequest()),
            Throws.TypeOf<DeskException>().With.Message.EqualTo("The date to act by is in the past; choose a later one."));
        await Get<RedraftNotice>().RunAsync(People.Ines, drafted.Ref, new RedraftNoticeRequest { ActBy = PromisedTime.At(Clock.Now + Duration.FromHours(24), "America/Los_Angeles") });
        await Get<SendNotice>().RunAsync(People.Ines, drafted.Ref);
        Assert.That(await StatusAsync(drafted.Ref), Is.EqualTo("sent"));
    }

    [Test]
    public async Task A_date_to_confirm_receipt_by_that_has_passed_is_not_approved()
    {
        var reference = await SubmittedAsync();
        Clock.Now = At("2020-12-08T20:30:00Z");

        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Ruth, reference),
            Throws.TypeOf<DeskException>().With.Message.Contains("The date to confirm receipt by, "));
        Assert.That(() => Get<DraftNotice>().RunAsync(People.Ines, Suspension()),
            Throws.TypeOf<DeskException>().With.Message.EqualTo("The date to confirm receipt by is in the past; choose a later one."));
        Assert.That(() => Get<RedraftNotice>().RunAsync(People.Ines, reference, new RedraftNoticeRequest()),
            Throws.TypeOf<DeskException>().With.Message.EqualTo("The date to confirm receipt by is in the past; choose a later one."));
    }

    private async Task<string> ApprovedAsync()
    {
        var reference = await SubmittedAsync();
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        return reference;
    }

    private async Task<PastDeadline> SendDeadlineAsync() =>
        (await Get<DeadlineHistory>().RunAsync(CaseRef)).Single(deadline => deadline.Rule == DeadlineRules.SendNotice);

    private Task<string> WhyAsync() => Database.ReadAsync(connection => connection.QuerySingleAsync<string>(
        "select explanation from deadlines where rule = @SendNotice", new { DeadlineRules.SendNotice }));

    private Task<(string Turn, string ToDo)> ToDoAsync() => Database.ReadAsync(connection =>
        connection.QuerySingleAsync<(string, string)>("select turn, to_do from cases where ref = @CaseRef", new { CaseRef }));
}
