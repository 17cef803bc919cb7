using AbuseDesk.Mail;

namespace AbuseDesk.Tests.Mail;

internal static class Mails
{
    public static OutgoingMail Suspension(string subject = "Suspension of your account A-1042", int version = 2) => new()
    {
        Kind = "suspension",
        Ref = "N-2021-0036",
        Identity = $"version {version}",
        To = [new MailParty("Odile Varenne", "abuse@perch.example")],
        Copies = [new MailParty("Ruben Castellan", "legal@perch.example")],
        Subject = subject,
        Text = "Your account is suspended on Sunday 10 January 2021, 23:59 PST.\nFrom then on it is closed.\n",
        Html = "<p>Your account is suspended on Sunday 10 January 2021, 23:59 PST.</p>",
        Attachments = [new MailAttachment("N-2021-0036.pdf", "application/pdf", "%PDF-1.7 \0\u0001"u8.ToArray())],
        CaseRef = "C-2020-0417",
    };
}
