using AbuseDesk.Mail;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Reports.Mailbox;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Mail;
using AbuseDesk.Tests.Notices.Review;
using NodaTime;

namespace AbuseDesk.Tests.Reports;

/// <summary>Postfix takes the notice, reports on it, and Dovecot has the reports and the replies.</summary>
[NonParallelizable]
public sealed class ReadingARealMailbox(Engine engine) : NoticeTest(engine)
{
    [Test]
    public async Task The_server_reports_the_delivery_and_the_reply_is_read_by_IMAP_once()
    {
        var server = MailServer.Get();
        var mailbox = Mailbox(server);
        await mailbox.RunAsync();
        await FileAsync(1);
        var reference = await ForwardAsync();
        using var mailer = SendingBySmtp.Mailer(server.Url());

        await new DeliverMail(Database, new OutboxLease(Database), new DeliveryOutcome(Database), mailer).RunAsync();

        await UntilAsync(mailbox, async () => (await Get<NoticeRecords>().GetAsync(reference)).DeliveredAt is not null);
        var state = await Get<NoticeDelivery>().OfAsync(await Get<NoticeRecords>().GetAsync(reference));
        Assert.That(state.Events.Select(one => one.Event), Is.EqualTo(new[] { "accepted", "delivered" }));

        var reply = SendingBySmtp.Queued("abuse@cloud.example");
        var text = System.Text.Encoding.UTF8.GetString(reply.Mime).Replace("Subject: ", $"X-Old: 1\r\nIn-Reply-To: <{state.MessageId}>\r\nSubject: ", StringComparison.Ordinal);
        // the mail of the tests answers a case of its own
        text = System.Text.RegularExpressions.Regex.Replace(text, "^(In-Reply-To|References): <C-2020-0417@cloud.example>\r\n", "", System.Text.RegularExpressions.RegexOptions.Multiline);
        await mailer.SendAsync(reply with { Mime = System.Text.Encoding.UTF8.GetBytes(text) });

        await UntilAsync(mailbox, async () => await CountAsync("incoming_mail where status = 'on-case'") == 1);
        Assert.That((await mailbox.RunAsync()).OnCases, Is.Zero);
    }

    [Test]
    public async Task A_server_further_on_that_gives_the_notice_back_marks_the_contact()
    {
        var server = MailServer.Get();
        var mailbox = Mailbox(server);
        await mailbox.RunAsync();
        await Database.WriteAsync(tx => tx.ExecuteAsync("update contacts set email = 'abuse@nowhere.example' where role = 'abuse'"));
        await FileAsync(1);
        var reference = await ForwardAsync();
        using var mailer = SendingBySmtp.Mailer(server.Url());

        await new DeliverMail(Database, new OutboxLease(Database), new DeliveryOutcome(Database), mailer).RunAsync();

        await UntilAsync(mailbox, async () => await CountAsync("contacts where bounced_at is not null") == 1);
        var state = await Get<NoticeDelivery>().OfAsync(await Get<NoticeRecords>().GetAsync(reference));
        Assert.That(state.Undelivered.Single(), Has.Property("Recipient").EqualTo("abuse@nowhere.example").And.Property("Code").EqualTo("5.1.2"));
    }

    private ReceiveMail Mailbox(MailServer server) => new(
        Database,
        Desk.Settings with { MailIn = $"imap://{MailServer.User}@localhost:{server.Imap}/INBOX?ca={server.Authority}", MailInPassword = new Secret(MailServer.Password) },
        Get<TakeIn>());

    private async Task UntilAsync(ReceiveMail mailbox, Func<Task<bool>> done)
    {
        for (var tries = 0; tries < 60; tries++)
        {
            var pass = await mailbox.RunAsync();
            Assert.That(pass.Problems, Is.Empty);
            await Get<FollowDeliveries>().RunAsync();
            if (await done()) return;
            await Task.Delay(250);
        }

        Assert.Fail("The server said nothing in time.");
    }
}
