using AbuseDesk.Customers;
using AbuseDesk.Journal;
using AbuseDesk.Mail;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Mail;
using AbuseDesk.Tests.Notices.Review;
using AbuseDesk.Tests.Staff;
using Dapper;
using MimeKit;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Settling;

public sealed class FollowingADelivery(Engine engine) : NoticeTest(engine)
{
    [Test]
    public async Task A_notice_that_is_refused_for_good_alarms_its_author_once()
    {
        var reference = await SentAsync(_ => new Delivery.Refused("mx: 554 5.7.1 we take no PDF"));

        Assert.That(await Get<FollowDeliveries>().RunAsync(), Is.EqualTo(1));
        Assert.That(await Get<FollowDeliveries>().RunAsync(), Is.Zero);

        var mail = await AlarmAsync();
        Assert.That(mail.Subject, Is.EqualTo($"{reference} did not reach abuse@perch.example ({CaseRef})").Or.EqualTo($"{reference} did not reach abuse@perch.example and 1 more ({CaseRef})"));
        Assert.That(mail.To.Mailboxes.Single().Name, Is.EqualTo("Ines Calder"));
        Assert.That(mail.TextBody, Does.Contain("554 5.7.1 we take no PDF").And.Contains("It has reached nobody."));
        Assert.That(mail.Headers[HeaderId.AutoSubmitted], Is.EqualTo("auto-generated"));
    }

    [Test]
    public async Task A_notice_that_failed_stands_on_its_case_until_it_is_sent_again_byte_for_byte()
    {
        var reference = await SentAsync(_ => new Delivery.Refused("554 no"));
        await Get<FollowDeliveries>().RunAsync();

        var shown = (await Get<NoticeDelivery>().UndeliveredAsync(await CaseIdAsync())).Single();
        Assert.That((shown.Ref, shown.Lost[0].Said), Is.EqualTo((reference, "554 no")));

        var readers = await Get<ResendNotice>().RunAsync(People.Tomas, reference, []);
        await DeliverAsync(_ => new Delivery.Sent("mx: 250 fine"));

        Assert.That(readers, Is.EquivalentTo(shown.Lost.Select(one => one.Recipient)));
        Assert.That(await Get<NoticeDelivery>().UndeliveredAsync(await CaseIdAsync()), Is.Empty);
        var mails = (await Database.ReadAsync(connection => connection.QueryAsync<byte[]>("select mime from outbox where kind = 'forwarding' order by id")))
            .Select(mime => MimeMessage.Load(new MemoryStream(mime))).ToList();
        Assert.That(mails.ConvertAll(mail => mail.MessageId), Is.Unique.And.Count.EqualTo(2));
        Assert.That(mails[1].TextBody, Is.EqualTo(mails[0].TextBody));
        Assert.That(await CountAsync("forwardings"), Is.EqualTo(1), "nothing follows from it a second time");
        Assert.That(() => Get<ResendNotice>().RunAsync(People.Tomas, reference, []), Throws.TypeOf<DeskException>().With.Message.Contains("failed for nobody"));
    }

    [Test]
    public async Task An_address_that_bounced_gets_nothing_until_somebody_confirms_it()
    {
        var reference = await SentAsync(_ => new Delivery.Refused("550", [new RefusedRecipient("abuse@perch.example", "550 5.1.1 no such mailbox")]));
        await Get<FollowDeliveries>().RunAsync();
        Clock.Now += Duration.FromMinutes(5);
        await FileAsync(1);
        const string why = "Contact abuse@perch.example bounced on Saturday 5 December 2020, 09:00 PST";

        Assert.That(() => ForwardAsync(), Throws.TypeOf<DeskException>().With.Message.Contains(why));
        Assert.That(() => Get<ResendNotice>().RunAsync(People.Ines, reference, []), Throws.TypeOf<DeskException>().With.Message.Contains(why));
        Assert.That(() => Get<ResendNotice>().RunAsync(People.Ines, reference, ["eve@elsewhere.example"]), Throws.TypeOf<DeskException>().With.Message.Contains("is no contact of the customer"));
        Assert.That(() => Get<ConfirmContact>().RunAsync(People.Ines, "A-1042", "abuse@perch.example", " "), Throws.TypeOf<DeskException>());
        Assert.That(() => Get<ConfirmContact>().RunAsync(People.Auditor, "A-1042", "abuse@perch.example", "x"), Throws.TypeOf<DeskException>());
        await Get<ConfirmContact>().RunAsync(People.Ines, "A-1042", "Abuse@perch.example", "Odile answered the phone");

        Assert.That(await Get<ResendNotice>().RunAsync(People.Ines, reference, []), Does.Contain("abuse@perch.example"));
        var entry = await Database.ReadAsync(connection => connection.QuerySingleAsync<string>("select summary from journal where act = 'contact-confirmed'"));
        Assert.That(entry, Is.EqualTo("confirmed abuse@perch.example of A-1042, which had bounced: Odile answered the phone"));
    }

    [Test]
    public async Task A_contact_that_bounces_stops_an_approved_notice_and_leaves_its_approval()
    {
        var reference = await SubmittedAsync();
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        await Database.WriteAsync(tx => tx.ExecuteAsync("update contacts set bounced_at = @Now, bounce_reason = 'gone' where email = 'legal@perch.example'", new { tx.Now }));

        Assert.That(() => Get<SendNotice>().RunAsync(People.Ines, reference), Throws.TypeOf<DeskException>().With.Message.Contains("legal@perch.example bounced on"));

        Assert.That(await StatusAsync(reference), Is.EqualTo("approved"));
    }

    [Test]
    public async Task What_a_server_of_ours_refuses_for_one_address_marks_that_contact_alone()
    {
        var reference = await SentAsync(_ => new Delivery.Sent("mx: queued", [new RefusedRecipient("abuse@perch.example", "550 5.1.1 no such mailbox")]));

        await Get<FollowDeliveries>().RunAsync();

        var bounced = await Database.ReadAsync(connection => connection.QuerySingleAsync<(string, string)>(
            "select email, bounce_reason from contacts where bounced_at is not null"));
        Assert.That(bounced, Is.EqualTo(("abuse@perch.example", $"{reference}: 550 5.1.1 no such mailbox")));
        Assert.That((await AlarmAsync()).TextBody, Does.Contain("abuse@perch.example: refused. 550 5.1.1 no such mailbox"));
    }

    [Test]
    public async Task A_notice_that_is_refused_as_a_whole_says_nothing_against_the_addresses()
    {
        await SentAsync(_ => new Delivery.Refused("554 no"));

        await Get<FollowDeliveries>().RunAsync();

        Assert.That(await CountAsync("contacts where bounced_at is not null"), Is.Zero);
    }

    [Test]
    public async Task What_was_taken_alarms_nobody_and_the_answer_of_the_server_is_kept()
    {
        var reference = await SentAsync(_ => new Delivery.Sent("mx: 250 2.0.0 queued as 4711"));

        Assert.That(await Get<FollowDeliveries>().RunAsync(), Is.Zero);

        var state = await Get<NoticeDelivery>().OfAsync(await Get<NoticeRecords>().GetAsync(reference));
        Assert.That(state.Status, Is.EqualTo("sent"));
        Assert.That(state.Events.Select(one => (one.Event, one.Code, one.Said)).Distinct(), Is.EqualTo(new[] { ("accepted", "2.0.0", "mx: 250 2.0.0 queued as 4711") }));
        Assert.That((await Get<VerifyJournal>().RunAsync()).Intact);
    }

    [Test]
    public async Task Where_the_author_has_left_the_leads_are_told()
    {
        await SentAsync(_ => new Delivery.Refused("554 no"));
        await Database.WriteAsync(tx => tx.ExecuteAsync("update staff set disabled = true where login = 'ines'"));
        var leads = await Database.ReadAsync(connection => connection.QueryAsync<string>("select email from staff where roles like '%lead%' and disabled = false"));

        await Get<FollowDeliveries>().RunAsync();

        Assert.That((await AlarmAsync()).To.Mailboxes.Select(one => one.Address), Is.EquivalentTo(leads).And.Not.Empty);
    }

    private async Task<string> SentAsync(Func<QueuedMail, Delivery> answer)
    {
        await FileAsync(2);
        var reference = await ForwardAsync();
        await DeliverAsync(answer);
        return reference;
    }

    private Task<DeliverySummary> DeliverAsync(Func<QueuedMail, Delivery> answer) =>
        new DeliverMail(Database, new OutboxLease(Database), new DeliveryOutcome(Database), new RecordingMailer(answer)).RunAsync();

    private Task<long> CaseIdAsync() => Database.ReadAsync(connection => connection.QuerySingleAsync<long>("select id from cases where ref = @CaseRef", new { CaseRef }));

    private async Task<MimeMessage> AlarmAsync()
    {
        var mime = await Database.ReadAsync(connection => connection.QuerySingleAsync<byte[]>("select mime from outbox where kind = 'notice-undelivered'"));
        return await MimeMessage.LoadAsync(new MemoryStream(mime));
    }
}
