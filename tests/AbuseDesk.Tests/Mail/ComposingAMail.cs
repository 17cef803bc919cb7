using AbuseDesk.Mail;
using MimeKit;
using NodaTime;

namespace AbuseDesk.Tests.Mail;

public sealed class ComposingAMail
{
    private static readonly SenderIdentity Sender = new("Example Cloud Abuse Desk", "abuse@cloud.example", "cloud.example");
    private static readonly Instant At = Instant.FromUtc(2021, 1, 10, 2, 40);

    [Test]
    public void A_mail_reads_back_as_it_was_meant()
    {
        var mail = Mails.Suspension("Suspension — compte « Perch »");

        var read = Read(mail);

        Assert.That(read.Subject, Is.EqualTo(mail.Subject));
        Assert.That(read.From.ToString(), Is.EqualTo("\"Example Cloud Abuse Desk\" <abuse@cloud.example>"));
        Assert.That(read.To.Mailboxes.Single().Name, Is.EqualTo("Odile Varenne"));
        Assert.That(read.Cc.Mailboxes.Single().Address, Is.EqualTo("legal@perch.example"));
        Assert.That(read.Date, Is.EqualTo(At.ToDateTimeOffset()));
        Assert.That(read.TextBody?.ReplaceLineEndings("\n"), Is.EqualTo(mail.Text));
        Assert.That(read.HtmlBody, Is.EqualTo(mail.Html));
        var file = (MimePart)read.Attachments.Single();
        Assert.That(file.FileName, Is.EqualTo("N-2021-0036.pdf"));
        using var content = new MemoryStream();
        file.Content?.DecodeTo(content);
        Assert.That(content.ToArray(), Is.EqualTo(mail.Attachments[0].Content));
    }

    [Test]
    public void Mails_of_one_case_form_one_thread()
    {
        var read = Read(Mails.Suspension());

        Assert.That(read.References.ToArray(), Is.EqualTo(new[] { "C-2020-0417@cloud.example" }));
        Assert.That(read.InReplyTo, Is.EqualTo("C-2020-0417@cloud.example"));
    }

    [Test]
    public void The_same_mail_has_the_same_bytes_and_the_same_id_later_too()
    {
        var first = ComposedMail.Of(Mails.Suspension(), Sender, At);

        Assert.That(ComposedMail.Of(Mails.Suspension(), Sender, At).Mime, Is.EqualTo(first.Mime));
        Assert.That(ComposedMail.Of(Mails.Suspension(), Sender, At + Duration.FromHours(1)).MessageId, Is.EqualTo(first.MessageId));
        Assert.That(first.MessageId, Does.Match("^suspension\\.N-2021-0036\\.[0-9a-f]{16}@cloud\\.example$"));
    }

    [Test]
    public void Another_version_or_another_recipient_is_another_mail()
    {
        var ids = new[]
        {
            Mails.Suspension(),
            Mails.Suspension(version: 3),
            Mails.Suspension() with { Copies = [] },
        }.Select(mail => ComposedMail.Of(mail, Sender, At).MessageId);

        Assert.That(ids, Is.Unique);
    }

    [Test]
    public void Only_what_no_person_sent_says_that_it_is_automatic()
    {
        Assert.That(Read(Mails.Suspension()).Headers[HeaderId.AutoSubmitted], Is.Null);
        Assert.That(Read(Mails.Suspension() with { Automatic = true }).Headers[HeaderId.AutoSubmitted], Is.EqualTo("auto-generated"));
    }

    [Test]
    public void Every_byte_passes_a_server_that_knows_only_seven_bits()
    {
        var mime = ComposedMail.Of(Mails.Suspension("Überfällig") with { Text = "Fällig: 日本\n" }, Sender, At).Mime;

        Assert.That(mime, Has.All.LessThan(128));
    }

    private static readonly OutgoingMail[] Forged =
    [
        Mails.Suspension("Hello\r\nBcc: somebody@elsewhere.example"),
        Mails.Suspension("Hello\nX: y"),
        Mails.Suspension() with { To = [new MailParty("Odile\r\nBcc: x@elsewhere.example", "abuse@perch.example")] },
        Mails.Suspension() with { To = [new MailParty("Odile", "abuse@perch.example\r\nBcc: x@elsewhere.example")] },
        Mails.Suspension() with { To = [new MailParty("Odile", "abuse@perch.example, x@elsewhere.example")] },
        Mails.Suspension() with { To = [new MailParty("Odile", "<x@elsewhere.example> abuse@perch.example")] },
        Mails.Suspension() with { Attachments = [new MailAttachment("a\r\nX: y.pdf", "application/pdf", [])] },
        Mails.Suspension() with { Attachments = [new MailAttachment("a.pdf", "application/pdf\r\nX: y", [])] },
        Mails.Suspension() with { CaseRef = "C-2020-0417\n" },
        Mails.Suspension() with { Kind = "a b" },
        Mails.Suspension() with { InReplyTo = "a@b.example>\r\nX: y" },
        Mails.Suspension() with { To = [] },
        Mails.Suspension() with { Kind = "suspension\r\nX: y" },
        Mails.Suspension() with { Ref = "N-2021-0036\r\nX: y" },
        Mails.Suspension() with { CaseRef = "C-2020-0417\r\nX: y" },
        Mails.Suspension() with { Copies = [new MailParty("Ruben\nX: y", "legal@perch.example")] },
        Mails.Suspension() with { Copies = [new MailParty("Ruben", "legal@perch.example\nX: y")] },
        Mails.Suspension("Hello\u2028X: y"),
        Mails.Suspension("Hello\u0085X: y"),
    ];

    [TestCaseSource(nameof(Forged))]
    public void What_would_change_a_header_is_refused(OutgoingMail mail) =>
        Assert.That(() => ComposedMail.Of(mail, Sender, At), Throws.TypeOf<DeskException>());

    [Test]
    public void What_stands_in_no_header_may_hold_anything_and_changes_none()
    {
        var plain = Read(Mails.Suspension()).Headers.Select(header => header.Field).ToList();

        var read = Read(Mails.Suspension() with { Identity = "v1\r\nX: y", Text = "a\r\n\r\nX: y\r\n.\r\nMAIL FROM:<x>", Html = "<p>\r\nBcc: x@elsewhere.example</p>" });

        Assert.That(read.Headers.Select(header => header.Field), Is.EqualTo(plain));
        Assert.That(read.Bcc, Is.Empty);
    }

    private static MimeMessage Read(OutgoingMail mail) =>
        MimeMessage.Load(new MemoryStream(ComposedMail.Of(mail, Sender, At).Mime));
}
