using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices.Review;
using AbuseDesk.Tests.Staff;
using Dapper;
using MimeKit;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Settling;

public sealed class VoidingApprovals(Engine engine) : NoticeTest(engine)
{
    [Test]
    public async Task A_new_fact_voids_the_approval_at_the_next_pass_and_the_author_is_told_once()
    {
        var reference = await ApprovedAsync();
        Assert.That(await PassAsync(), Is.Zero);
        await CheckAsync(2, CheckOutcome.Removed);

        Assert.That(await PassAsync(), Is.EqualTo(1));
        Assert.That(await PassAsync(), Is.Zero);

        var notice = await Get<NoticeRecords>().GetAsync(reference);
        Assert.That((notice.Status, notice.ApprovedBy), Is.EqualTo(("draft", (string?)null)));
        var last = (await Get<NoticeRecords>().ReviewsAsync(notice.Id))[^1];
        Assert.That((last.Act, last.ActedBy), Is.EqualTo(("voided", Actor.Worker.Login)));
        Assert.That(last.Comment, Does.Contain("items removed: 1 in the notice, 2 on record"));
        var mail = await MailAsync();
        Assert.That(mail.Subject, Is.EqualTo($"The approval of {reference} is void (C-2020-0001)"));
        Assert.That(mail.To.Mailboxes.Single().Name, Is.EqualTo("Ines Calder"));
        Assert.That(mail.TextBody, Does.Contain("items removed: 1 in the notice, 2 on record"));
    }

    [Test]
    public async Task A_void_approval_makes_it_the_authors_turn_and_nothing_is_to_be_sent()
    {
        await ApprovedAsync();
        await CheckAsync(2, CheckOutcome.Removed);

        await PassAsync();

        var turn = await Database.ReadAsync(connection => connection.QuerySingleAsync<(string, string)>("select turn, to_do from cases where ref = @CaseRef", new { CaseRef }));
        Assert.That(turn, Is.EqualTo(("ours", "redraft the notice")));
        var send = (await Get<DeadlineHistory>().RunAsync(CaseRef)).Single(deadline => deadline.Rule == DeadlineRules.SendNotice);
        Assert.That(send.Status, Is.EqualTo("withdrawn"));
        Assert.That((await Get<CaseTimeline>().ListAsync(CaseRef)).Select(entry => entry.Summary), Has.One.StartsWith("voided the approval of"));
    }

    [Test]
    public async Task An_approval_that_the_record_bears_out_stays()
    {
        var reference = await ApprovedAsync();

        Assert.That(await PassAsync(), Is.Zero);
        Assert.That(await StatusAsync(reference), Is.EqualTo("approved"));
        Assert.That(await CountAsync("outbox where kind = 'approval-voided'"), Is.Zero);
    }

    private async Task<string> ApprovedAsync()
    {
        var reference = await SubmittedAsync();
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        Clock.Now += Duration.FromHours(1);
        return reference;
    }

    private Task<int> PassAsync() => Get<VoidApprovals>().RunAsync();

    private async Task<MimeMessage> MailAsync()
    {
        var mime = await Database.ReadAsync(connection => connection.QuerySingleAsync<byte[]>("select mime from outbox where kind = 'approval-voided'"));
        return await MimeMessage.LoadAsync(new MemoryStream(mime));
    }
}
