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
    public async Task The_sentences_that_would_be_untrue_are_quoted_with_what_is_true_instead()
    {
        var reference = await ApprovedAsync();
        await CheckAsync(2, CheckOutcome.Removed);
        var before = (await Get<NoticeChecks>().RunAsync(reference)).Checks.Single(check => !check.Passed);

        await PassAsync();

        var untrue = (await Get<NoticeRecords>().ReviewsAsync((await Get<NoticeRecords>().GetAsync(reference)).Id))[^1].UntrueSentences;
        Assert.That(untrue, Is.EqualTo(before.Untrue), "the page says it before the approval is void");
        Assert.That(untrue[0].Was, Does.EndWith("1 was removed and 2 of 3 were still available."));
        Assert.That(untrue[0].Now, Does.EndWith("2 were removed and 1 of 3 was still available."));
        Assert.That(untrue.Select(sentence => sentence.Was), Has.None.Contain("We sent you 3 items of such content."), "what stays true is not quoted");
        Assert.That((await MailAsync()).TextBody, Does.Contain($"in the notice: “{untrue[0].Was}”").And.Contain($"on record now: “{untrue[0].Now}”"));
        var details = await Database.ReadAsync(connection => connection.QuerySingleAsync<string>("select details from journal where act = 'approval-voided'"));
        Assert.That(details, Does.Contain("still available"));
    }

    [Test]
    public async Task A_record_that_no_longer_bears_the_notice_at_all_voids_it_too()
    {
        var reference = await ApprovedAsync();
        foreach (var item in new[] { 1, 2, 3 })
            await Get<ReverseViolation>().RunAsync(People.Maren, CaseRef, item, "Satire.");

        Assert.That(await PassAsync(), Is.EqualTo(1));
        Assert.That(await StatusAsync(reference), Is.EqualTo("draft"));
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
