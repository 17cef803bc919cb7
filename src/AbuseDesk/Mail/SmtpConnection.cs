using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace AbuseDesk.Mail;

/// <summary>
/// One connection, signed in. A recipient that the server refuses for good keeps the others from nothing: it is noted. One that is
/// refused for the moment ends the attempt before any text is sent, so that nobody gets the mail twice.
/// </summary>
internal sealed class SmtpConnection : SmtpClient
{
    private readonly List<RefusedRecipient> refused = [];

    private SmtpConnection(SmtpTarget target, TimeSpan patience)
    {
        Timeout = (int)patience.TotalMilliseconds;
        CheckCertificateRevocation = target.Authority is null;
        if (target.Authority is { } file)
            ServerCertificateValidationCallback = (_, certificate, _, errors) => OwnAuthority.Vouches(certificate, errors, file);
    }

    /// <summary>Recipients of the last mail that were refused for good.</summary>
    public IReadOnlyList<RefusedRecipient> Refused => [.. refused];

    public static async Task<SmtpConnection> OpenAsync(SmtpTarget target, Secret? password, TimeSpan patience, CancellationToken cancel)
    {
        var connection = new SmtpConnection(target, patience);
        try
        {
            await connection.ConnectAsync(target.Host, target.Port, target.Tls switch
            {
                SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
                SmtpTls.None => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            }, cancel);
            if (target.User is { } user) await connection.AuthenticateAsync(user, password?.Reveal() ?? "", cancel);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <returns>The server's last answer.</returns>
    public Task<string> SendAsync(MimeMessage message, string from, IEnumerable<string> to, CancellationToken cancel)
    {
        refused.Clear();
        return SendAsync(message, new MailboxAddress("", from), to.Select(address => new MailboxAddress("", address)), cancel);
    }

    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        if ((int)response.StatusCode < 500) base.OnRecipientNotAccepted(message, mailbox, response);
        refused.Add(new RefusedRecipient(mailbox.Address, $"{(int)response.StatusCode} {response.Response}"));
    }

    protected override string GetEnvelopeId(MimeMessage message) => message.MessageId ?? "";

    // where the server can, it reports what became of a notice; of reminders and other automatic mail only what did not arrive
    protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) =>
        message.Headers.Contains(HeaderId.AutoSubmitted)
            ? DeliveryStatusNotification.Failure
            : DeliveryStatusNotification.Success | DeliveryStatusNotification.Failure | DeliveryStatusNotification.Delay;
}
