using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AbuseDesk.Mail;
using AbuseDesk.Tests.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Mail;

/// <summary>A server that fails in the middle: what becomes of the mail in the outbox, from the first attempt to the last.</summary>
public sealed class GoingOnAfterAFault(Engine engine) : DeskTest(engine)
{
    private static readonly SenderIdentity Sender = new("Desk", "abuse@cloud.example", "cloud.example");

    [TestCase("MAIL", "421 closing down")]
    [TestCase("RCPT", "450 greylisted")]
    [TestCase(".", "451 not now")]
    public async Task Put_off_for_a_while_the_mail_is_taken_in_the_end_once(string command, string says)
    {
        var refusals = 0;
        using var server = new ScriptedServer(at => at == command && refusals++ < 4 ? says : ScriptedServer.Kindly(at));

        Assert.That(await PassesAsync(server), Is.EqualTo((Sent: 1, Postponed: 4, Failed: 0)));
        Assert.That(server.MessageIds.Distinct(), Is.EqualTo(new[] { await MessageIdAsync() }));
    }

    [TestCase("RCPT", "550 5.1.1 no such mailbox")]
    [TestCase(".", "554 looks like spam")]
    public async Task Refused_for_good_the_mail_is_tried_once_and_the_record_keeps_the_servers_words(string command, string says)
    {
        using var server = new ScriptedServer(at => at == command ? says : ScriptedServer.Kindly(at));

        Assert.That(await PassesAsync(server), Is.EqualTo((Sent: 0, Postponed: 0, Failed: 1)));
        Assert.That(server.Commands.Count(at => at == "MAIL"), Is.EqualTo(1));
        var events = (await Database.ReadAsync(connection => connection.QueryAsync<string>("select said from mail_events"))).ToList();
        Assert.That(events, Has.Count.EqualTo(2).And.All.Contains(says));
    }

    [TestCase("TEXT", null)]
    [TestCase(".", null)]
    [TestCase(".", "")]
    public async Task Cut_off_or_silent_in_the_middle_of_the_text_the_mail_comes_again_with_the_same_Message_ID(string command, string? says)
    {
        var faults = 0;
        using var server = new ScriptedServer(at => at == command && faults++ < 2 ? says : ScriptedServer.Kindly(at));

        Assert.That(await PassesAsync(server), Is.EqualTo((Sent: 1, Postponed: 2, Failed: 0)));
        Assert.That(server.MessageIds, Has.Count.EqualTo(3).And.All.EqualTo(await MessageIdAsync()));
    }

    [Test]
    public async Task To_a_server_whose_certificate_nobody_vouches_for_nothing_is_said_in_clear()
    {
        using var key = ECDsa.Create();
        using var made = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        using var server = new ScriptedServer(at => at switch { "EHLO" => "250-here\r\n250 STARTTLS", "STARTTLS" => "220 go on", _ => ScriptedServer.Kindly(at) }, made);
        using var mailer = new SmtpMailer(SmtpTarget.Parse(server.Start().Replace("?tls=none", "", StringComparison.Ordinal)), null, Sender, TimeSpan.FromSeconds(5));
        await QueueAsync();

        var summary = await Worker(mailer).RunAsync();

        Assert.That(summary.Unavailable, Does.StartWith("The certificate of 127.0.0.1:").And.Contains("is not trusted").And.Contains("ca="));
        Assert.That(server.Commands, Is.EqualTo(new[] { "EHLO", "STARTTLS" }));
        Assert.That(server.MessageIds, Is.Empty);
        Assert.That(await Database.ReadAsync(connection => connection.QuerySingleAsync<string>("select status from outbox")), Is.EqualTo("waiting"));
    }

    private async Task<(int Sent, int Postponed, int Failed)> PassesAsync(ScriptedServer server)
    {
        await QueueAsync();
        using var mailer = new SmtpMailer(SmtpTarget.Parse(server.Start()), null, Sender, TimeSpan.FromSeconds(2));
        var total = (Sent: 0, Postponed: 0, Failed: 0);
        for (var pass = 0; pass < 10; pass++)
        {
            var done = await Worker(mailer).RunAsync();
            Assert.That(done.Unavailable, Is.Null);
            total = (total.Sent + done.Sent, total.Postponed + done.Postponed, total.Failed + done.Failed);
            Clock.Now += Duration.FromHours(5);
        }

        return total;
    }

    private DeliverMail Worker(SmtpMailer mailer) => new(Database, new OutboxLease(Database), new DeliveryOutcome(Database), mailer);

    private Task<bool> QueueAsync() => Database.WriteAsync(tx => Get<Outbox>().AddAsync(tx, Mails.Suspension()));

    private Task<string> MessageIdAsync() => Database.ReadAsync(connection => connection.QuerySingleAsync<string>("select message_id from outbox"));
}
