using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
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
    private readonly List<string> refused = [];

    private SmtpConnection(SmtpTarget target, TimeSpan patience)
    {
        Timeout = (int)patience.TotalMilliseconds;
        CheckCertificateRevocation = target.Authority is null;
        if (target.Authority is { } file)
            ServerCertificateValidationCallback = (_, certificate, _, errors) => Trusted(certificate, errors, file);
    }

    /// <summary>Recipients of the last mail that were refused for good, each with the server's answer.</summary>
    public IReadOnlyList<string> Refused => refused;

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
        refused.Add($"{mailbox.Address}: {(int)response.StatusCode} {response.Response}");
    }

    private static bool Trusted(X509Certificate? certificate, SslPolicyErrors errors, string authority)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(authority);
        using var own = new X509Certificate2(certificate);
        return chain.Build(own);
    }
}
