using System.Text;
using AbuseDesk.Mail;
using AbuseDesk.Tests.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Mail;

public sealed class SendingBySmtp
{
    private static readonly SenderIdentity Sender = new("Example Cloud Abuse Desk", "abuse@cloud.example", "cloud.example");

    [TestCase(false)]
    [TestCase(true)]
    public async Task What_arrives_is_byte_for_byte_what_was_queued(bool implicitTls)
    {
        var server = MailServer.Get();
        using var mailer = Mailer(implicitTls ? $"smtps://desk@localhost:{server.Smtps}?ca={server.Authority}" : server.Url());
        var mail = Queued("abuse@perch.example", "legal@perch.example");

        var delivery = await mailer.SendAsync(mail);

        Assert.That((delivery as Delivery.Sent)?.To, Does.StartWith("localhost:").And.Contains("queued as"));
        foreach (var address in new[] { "abuse@perch.example", "legal@perch.example" })
            Assert.That(WithoutTrace(await server.ReceivedAsync(address, mail.MessageId)), Is.EqualTo(Unix(mail.Mime)));
    }

    [Test]
    public async Task One_connection_carries_many_mails()
    {
        var server = MailServer.Get();
        using var mailer = Mailer(server.Url(tls: false));
        var mails = Enumerable.Range(0, 20).Select(_ => Queued("abuse@perch.example")).ToList();

        foreach (var mail in mails)
            Assert.That(await mailer.SendAsync(mail), Is.TypeOf<Delivery.Sent>());

        foreach (var mail in mails) await server.ReceivedAsync("abuse@perch.example", mail.MessageId);
    }

    [Test]
    public async Task A_mailbox_that_does_not_exist_is_refused_for_good_with_the_servers_words()
    {
        using var mailer = Mailer(MailServer.Get().Url());

        var delivery = await mailer.SendAsync(Queued("refused@perch.example"));

        Assert.That((delivery as Delivery.Refused)?.Reason, Does.Contain("refused@perch.example").And.Contains("550").And.Contains("no such mailbox"));
    }

    [Test]
    public async Task One_bad_address_keeps_the_others_from_nothing_and_is_named()
    {
        var server = MailServer.Get();
        using var mailer = Mailer(server.Url());
        var mail = Queued("refused@perch.example", "legal@perch.example");

        var delivery = await mailer.SendAsync(mail);

        Assert.That((delivery as Delivery.Sent)?.RefusedRecipients?.Single().ToString(), Does.StartWith("refused@perch.example: 550"));
        await server.ReceivedAsync("legal@perch.example", mail.MessageId);
    }

    [Test]
    public async Task Where_one_of_several_is_put_off_nobody_gets_it_twice()
    {
        var server = MailServer.Get();
        using var mailer = Mailer(server.Url());
        var mail = Queued("legal@quill.example", "later@perch.example");

        var delivery = await mailer.SendAsync(mail);

        Assert.That((delivery as Delivery.Later)?.Reason, Does.Contain("450"));
        Assert.That(await mailer.SendAsync(Queued("legal@quill.example")), Is.TypeOf<Delivery.Sent>());
        Assert.That(server.Files("legal@quill.example").Where(file => File.ReadAllText(file).Contains(mail.MessageId, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task A_wrong_password_stops_the_pass_and_says_where_to_look()
    {
        using var mailer = new SmtpMailer(SmtpTarget.Parse(MailServer.Get().Url()), new Secret("wrong"), Sender);

        var delivery = await mailer.SendAsync(Queued("abuse@perch.example"));

        Assert.That((delivery as Delivery.Unavailable)?.Reason, Does.Contain("does not let desk in").And.Contains("ABUSEDESK_MAIL_PASSWORD").And.Not.Contain("wrong"));
    }

    [Test]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted()
    {
        using var mailer = Mailer($"smtp://desk@localhost:{MailServer.Get().Smtp}");

        var delivery = await mailer.SendAsync(Queued("abuse@perch.example"));

        Assert.That((delivery as Delivery.Unavailable)?.Reason, Does.Contain("certificate").And.Contains("ca="));
    }

    [Test]
    public async Task A_certificate_for_another_name_is_not_trusted()
    {
        var server = MailServer.Get();
        using var mailer = Mailer($"smtp://desk@ip6-localhost:{server.Smtp}?ca={server.Authority}");

        Assert.That(await mailer.SendAsync(Queued("abuse@perch.example")), Is.TypeOf<Delivery.Unavailable>());
    }

    [Test]
    public async Task A_probe_signs_in_and_sends_nothing()
    {
        using var mailer = Mailer(MailServer.Get().Url());

        Assert.That(await mailer.ProbeAsync(), Does.Contain("takes mail over Tls").And.Contains("desk"));
    }

    internal static QueuedMail Queued(params string[] to)
    {
        var outgoing = Mails.Suspension() with { To = [.. to.Select(address => new MailParty("", address))], Copies = [], Identity = Guid.NewGuid().ToString("n") };
        var composed = ComposedMail.Of(outgoing, Sender, Instant.FromUtc(2021, 1, 10, 3, 0));
        return new QueuedMail
        {
            Id = 1,
            MessageId = composed.MessageId,
            Kind = outgoing.Kind,
            Recipients = string.Join(", ", to),
            Subject = outgoing.Subject,
            Attempts = 0,
            QueuedAt = Instant.FromUtc(2021, 1, 10, 3, 0),
            MimeSha256 = composed.Sha256,
            Mime = composed.Mime,
        };
    }

    internal static SmtpMailer Mailer(string url) =>
        new(SmtpTarget.Parse(url), new Secret(MailServer.Password), Sender, TimeSpan.FromSeconds(20));

    // servers write the way that a mail took above it
    private static string WithoutTrace(byte[] bytes)
    {
        var text = Unix(bytes);
        var received = text.IndexOf("Received:", StringComparison.Ordinal);
        var rest = text.IndexOf('\n', received) + 1;
        while (text[rest] is ' ' or '\t') rest = text.IndexOf('\n', rest) + 1;
        return text[rest..];
    }

    private static string Unix(byte[] bytes) => Encoding.Latin1.GetString(bytes).ReplaceLineEndings("\n");
}
