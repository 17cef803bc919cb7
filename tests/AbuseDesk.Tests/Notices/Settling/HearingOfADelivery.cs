using System.Text;
using AbuseDesk.Mail;
using AbuseDesk.Mail.Receiving;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Reports.Mailbox;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Mail;
using AbuseDesk.Tests.Notices.Review;
using AbuseDesk.Tests.Staff;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Settling;

public sealed class HearingOfADelivery(Engine engine) : NoticeTest(engine)
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_server_that_reports_a_delivery_proves_when_the_notice_arrived(bool envelopeId)
    {
        var reference = await SentAsync();
        var report = Incoming.Report(await MessageIdAsync(), "abuse@perch.example", "delivered", "2.0.0", "250 2.0.0 stored", envelopeId);

        Assert.That(await TakeAsync(report), Is.EqualTo(IncomingStatus.Noted));
        Assert.That(await Get<FollowDeliveries>().RunAsync(), Is.Zero);

        var notice = await Get<NoticeRecords>().GetAsync(reference);
        Assert.That(notice.DeliveredAt, Is.EqualTo(At("2020-12-05T17:04:00Z")));
        var heard = (await Get<NoticeDelivery>().OfAsync(notice)).Events.Single(one => one.Event == "delivered");
        Assert.That((heard.Recipient, heard.Code, heard.Said, heard.Source), Is.EqualTo(("abuse@perch.example", "2.0.0", "250 2.0.0 stored", "report of mx.perch.example")));
        Assert.That(heard.OriginalSha256, Is.EqualTo(ReadIncoming.Read(report, Clock.Now).Sha256));
        var journal = await Database.ReadAsync(connection => connection.QuerySingleAsync<string>("select summary from journal where chain = @CaseRef and act = 'notice-delivered'", new { CaseRef }));
        Assert.That(journal, Is.EqualTo($"heard that {reference} was delivered to abuse@perch.example"));
    }

    [Test]
    public async Task A_bounce_marks_the_contact_and_alarms_the_author()
    {
        var reference = await SentAsync();

        await TakeAsync(Incoming.Report(await MessageIdAsync(), "abuse@perch.example", "failed", "5.1.1", "550 5.1.1 user unknown"));
        Assert.That(await Get<FollowDeliveries>().RunAsync(), Is.EqualTo(1));

        Assert.That(await BouncedAsync(), Is.EqualTo(("abuse@perch.example", $"{reference}: 550 5.1.1 user unknown")));
        Assert.That(await CountAsync("outbox where kind = 'notice-undelivered'"), Is.EqualTo(1));
        Assert.That((await Get<NoticeRecords>().GetAsync(reference)).DeliveredAt, Is.Null);
    }

    [TestCase("failed", "4.4.7", 1, TestName = "What expired alarms, and says nothing against the address")]
    [TestCase("delayed", "4.4.1", 0, TestName = "What is delayed is noted and alarms nobody")]
    [TestCase("relayed", "2.0.0", 0, TestName = "What was relayed is noted and proves no delivery")]
    public async Task What_is_not_the_addresss_fault(string action, string status, int alarms)
    {
        var reference = await SentAsync();

        await TakeAsync(Incoming.Report(await MessageIdAsync(), "abuse@perch.example", action, status, "words of the server"));

        Assert.That(await Get<FollowDeliveries>().RunAsync(), Is.EqualTo(alarms));
        Assert.That(await CountAsync("contacts where bounced_at is not null"), Is.Zero);
        Assert.That((await Get<NoticeRecords>().GetAsync(reference)).DeliveredAt, Is.Null);
        Assert.That(await CountAsync("mail_events where said = 'words of the server'"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_report_that_is_read_twice_counts_once_and_one_about_a_mail_of_others_waits_in_the_intake()
    {
        await SentAsync();
        var report = Incoming.Report(await MessageIdAsync(), "abuse@perch.example", "failed", "5.1.1", "550 no");

        Assert.That(await TakeAsync(report), Is.EqualTo(IncomingStatus.Noted));
        Assert.That(await TakeAsync(report), Is.Null);
        Assert.That(await TakeAsync(Incoming.Report("nobody-knows@cloud.example", "abuse@perch.example", "failed", "5.1.1", "550 no")), Is.EqualTo(IncomingStatus.Intake));

        Assert.That(await CountAsync("mail_events where event = 'bounced'"), Is.EqualTo(1));
    }

    [TestCase("""{"eventType":"Delivery","mail":{"messageId":"0100-ses"},"delivery":{"timestamp":"2020-12-05T17:03:00.500Z","recipients":["abuse@perch.example"],"smtpResponse":"250 ok"}}""", "delivered", "250 ok")]
    [TestCase("""{"notificationType":"Bounce","mail":{"messageId":"0100-ses"},"bounce":{"bounceType":"Permanent","bounceSubType":"General","timestamp":"2020-12-05T17:03:00Z","bouncedRecipients":[{"emailAddress":"abuse@perch.example","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 no"}]}}""", "bounced", "smtp; 550 no")]
    [TestCase("""{"Type":"Notification","Message":"{\"eventType\":\"Complaint\",\"mail\":{\"messageId\":\"0100-ses\"},\"complaint\":{\"timestamp\":\"2020-12-05T17:03:00Z\",\"complaintFeedbackType\":\"abuse\",\"complainedRecipients\":[{\"emailAddress\":\"abuse@perch.example\"}]}}"}""", "complained", "abuse")]
    public async Task Events_of_SES_are_matched_by_its_own_id(string json, string word, string said)
    {
        var reference = await SentAsync(new Delivery.Sent("Amazon SES in eu-west-1: 0100-ses", ServerId: "0100-ses"));

        Assert.That(await Get<TakeSesEvent>().RunAsync(People.Ines, Encoding.UTF8.GetBytes(json), "event.json"), Is.EqualTo(TakenEvent.Matched));
        Assert.That(await Get<TakeSesEvent>().RunAsync(People.Ines, Encoding.UTF8.GetBytes(json), "event.json"), Is.EqualTo(TakenEvent.Matched));
        var alarms = await Get<FollowDeliveries>().RunAsync();

        var notice = await Get<NoticeRecords>().GetAsync(reference);
        var heard = (await Get<NoticeDelivery>().OfAsync(notice)).Events.Single(one => one.Source == "Amazon SES");
        Assert.That((heard.Event, heard.Said, heard.OriginalSha256?.Length), Is.EqualTo((word, said, 64)));
        Assert.That(alarms, Is.EqualTo(word == "delivered" ? 0 : 1));
        Assert.That(await CountAsync("contacts where bounced_at is not null"), Is.EqualTo(word == "bounced" ? 1 : 0));
        Assert.That(notice.DeliveredAt is not null, Is.EqualTo(word == "delivered"));
    }

    [Test]
    public async Task What_is_no_event_of_SES_or_of_another_desk_is_told_apart()
    {
        await SentAsync();
        Assert.That(() => Get<TakeSesEvent>().RunAsync(People.Ines, "[1]"u8.ToArray(), "x.json"), Throws.TypeOf<DeskException>().With.Message.Contains("no event of Amazon SES"));
        Assert.That(() => Get<TakeSesEvent>().RunAsync(People.Ines, "{"u8.ToArray(), "x.json"), Throws.TypeOf<DeskException>());
        Assert.That(await Get<TakeSesEvent>().RunAsync(People.Ines, """{"eventType":"Delivery","mail":{"messageId":"other"},"delivery":{"recipients":["a@b.example"]}}"""u8.ToArray(), "x.json"), Is.EqualTo(TakenEvent.Unknown));
    }

    private async Task<string> SentAsync(Delivery? answer = null)
    {
        await FileAsync(1);
        var reference = await ForwardAsync();
        var mailer = new RecordingMailer(_ => answer ?? new Delivery.Sent("mx: 250 queued"));
        await new DeliverMail(Database, new OutboxLease(Database), new DeliveryOutcome(Database), mailer).RunAsync();
        Clock.Now += Duration.FromMinutes(10);
        return reference;
    }

    private Task<IncomingStatus?> TakeAsync(byte[] bytes) => Get<TakeIn>().RunAsync(ReadIncoming.Read(bytes, Clock.Now));

    private Task<string> MessageIdAsync() => Database.ReadAsync(connection => connection.QuerySingleAsync<string>("select message_id from outbox where kind = 'forwarding'"));

    private Task<(string, string)> BouncedAsync() => Database.ReadAsync(connection => connection.QuerySingleAsync<(string, string)>("select email, bounce_reason from contacts where bounced_at is not null"));
}
