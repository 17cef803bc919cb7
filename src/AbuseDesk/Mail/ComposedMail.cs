using System.Security.Cryptography;
using System.Text;
using MimeKit;
using NodaTime;

namespace AbuseDesk.Mail;

/// <summary>A mail as it will leave. The same mail at the same instant has the same bytes.</summary>
public sealed record ComposedMail(string MessageId, byte[] Mime)
{
    private static readonly FormatOptions Format = new() { NewLineFormat = NewLineFormat.Dos, International = false };

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Mime));

    /// <exception cref="DeskException">A field holds a line break, an address is none, or nobody is addressed.</exception>
    public static ComposedMail Of(OutgoingMail mail, SenderIdentity sender, Instant at)
    {
        MailCheck.Demand(mail);
        var hash = Hash(mail);
        var messageId = IdOf(mail, sender);
        using var message = new MimeMessage
        {
            MessageId = messageId,
            // seconds are all that the header holds
            Date = Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds()).ToDateTimeOffset(),
            Subject = mail.Subject,
            Body = Body(mail, hash),
        };
        message.From.Add(new MailboxAddress(sender.Name, sender.Address));
        message.To.AddRange(mail.To.Select(Mailbox));
        message.Cc.AddRange(mail.Copies.Select(Mailbox));
        Thread(message, mail, sender);
        if (mail.Automatic)
            message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        using var bytes = new MemoryStream();
        message.WriteTo(Format, bytes);
        return new ComposedMail(messageId, bytes.ToArray());
    }

    /// <summary>The Message-ID, without angle brackets.</summary>
    public static string IdOf(OutgoingMail mail, SenderIdentity sender) => $"{mail.Kind}.{mail.Ref}.{Hash(mail)}@{sender.Domain}";

    private static string Hash(OutgoingMail mail)
    {
        var recipients = mail.Everybody.Select(party => party.Address.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal);
        var text = string.Join('\n', [mail.Kind, mail.Ref, mail.Identity, .. recipients]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    // no mail has the case's own id: it is the root under which mail programs gather the thread
    private static void Thread(MimeMessage message, OutgoingMail mail, SenderIdentity sender)
    {
        var root = (mail.ThreadRef ?? mail.CaseRef) is { } thread ? $"{thread}@{sender.Domain}" : null;
        if (root is not null) message.References.Add(root);
        if (mail.InReplyTo is { } answered && answered != root) message.References.Add(answered);
        if ((mail.InReplyTo ?? root) is { } parent) message.InReplyTo = parent;
    }

    private static MimeEntity Body(OutgoingMail mail, string hash)
    {
        var text = TextPart("plain", mail.Text);
        MimeEntity body = mail.Html is { } html
            ? new MultipartAlternative(text, TextPart("html", html)) { Boundary = $"=_body-{hash}" }
            : text;
        if (mail.Attachments.Count == 0) return body;
        var mixed = new Multipart("mixed") { Boundary = $"=_mail-{hash}" };
        mixed.Add(body);
        foreach (var file in mail.Attachments)
            mixed.Add(Attachment(file));
        return mixed;
    }

    private static TextPart TextPart(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        return part;
    }

    private static MimePart Attachment(MailAttachment file) => new(ContentType.Parse(file.MediaType))
    {
        Content = new MimeContent(new MemoryStream(file.Content, writable: false)),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        ContentTransferEncoding = ContentEncoding.Base64,
        FileName = file.FileName,
    };

    private static MailboxAddress Mailbox(MailParty party) => new(Encoding.UTF8, party.Name, party.Address);
}
