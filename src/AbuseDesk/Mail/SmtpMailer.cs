using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace AbuseDesk.Mail;

/// <summary>Hands mail to an SMTP server, over one connection that is kept while there is mail.</summary>
/// <param name="target">The server.</param>
/// <param name="password">Of the target's user.</param>
/// <param name="sender">Whose address bounces come back to.</param>
/// <param name="patience">How long the server may keep silent; null for two minutes.</param>
public sealed class SmtpMailer(SmtpTarget target, Secret? password, SenderIdentity sender, TimeSpan? patience = null) : IMailer, IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private SmtpConnection? open;

    public async Task<Delivery> SendAsync(QueuedMail mail, CancellationToken cancel = default)
    {
        await turn.WaitAsync(cancel);
        try
        {
            return await ConnectAsync(cancel) is { } problem ? problem : await HandOverAsync(mail, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task<string> ProbeAsync(CancellationToken cancel = default)
    {
        await turn.WaitAsync(cancel);
        try
        {
            return await ConnectAsync(cancel) is { } problem
                ? throw new DeskException(problem.Reason)
                : $"{target} takes mail{(open!.IsSecure ? $" over {open.SslProtocol}" : " without TLS")}{(target.User is { } user ? $" from {user}" : "")}.";
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        open?.Dispose();
        turn.Dispose();
    }

    private async Task<Delivery.Unavailable?> ConnectAsync(CancellationToken cancel)
    {
        if (await IsAliveAsync(cancel)) return null;
        try
        {
            open = await SmtpConnection.OpenAsync(target, password, patience ?? TimeSpan.FromMinutes(2), cancel);
            return null;
        }
        catch (AuthenticationException e)
        {
            return new Delivery.Unavailable($"{target} does not let {target.User} in: {e.Message} See to ABUSEDESK_MAIL and ABUSEDESK_MAIL_PASSWORD.");
        }
        catch (SslHandshakeException)
        {
            return new Delivery.Unavailable($"The certificate of {target} is not trusted; have it renewed, or name its authority by ca= in ABUSEDESK_MAIL.");
        }
        catch (NotSupportedException)
        {
            return new Delivery.Unavailable($"{target} offers no TLS, which is required; use another port, or tls=none for a relay on this machine.");
        }
        catch (Exception e) when (IsOfConnection(e))
        {
            return new Delivery.Unavailable($"{target} cannot be reached: {e.Message}");
        }
    }

    // a server may have closed a connection that was idle
    private async Task<bool> IsAliveAsync(CancellationToken cancel)
    {
        if (open is null) return false;
        try
        {
            await open.NoOpAsync(cancel);
            return true;
        }
        catch (Exception e) when (IsOfConnection(e))
        {
            Close();
            return false;
        }
    }

    private async Task<Delivery> HandOverAsync(QueuedMail mail, CancellationToken cancel)
    {
        try
        {
            using var bytes = new MemoryStream(mail.Mime, writable: false);
            using var message = await MimeMessage.LoadAsync(bytes, cancel);
            var to = mail.Recipients.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var answer = await open!.SendAsync(message, sender.Address, to, cancel);
            var where = $"{target}: {answer}";
            return new Delivery.Sent(open.Refused.Count == 0 ? where : $"{where}; refused {string.Join("; ", open.Refused)}", open.Refused);
        }
        catch (SmtpCommandException e)
        {
            // where nobody at all is accepted, the answers to each say more than the one to the mail
            var refused = open!.Refused;
            var answer = refused.Count > 0 ? string.Join("; ", refused) : $"{(int)e.StatusCode} {e.Message}";
            if (e.StatusCode == SmtpStatusCode.ServiceNotAvailable) Close();
            return (int)e.StatusCode < 500 ? new Delivery.Later($"{target}: {answer}") : new Delivery.Refused($"{target}: {answer}", refused);
        }
        catch (Exception e) when (IsOfConnection(e))
        {
            Close();
            return new Delivery.Later($"The connection to {target} was lost: {e.Message}");
        }
    }

    private void Close()
    {
        open?.Dispose();
        open = null;
    }

    private static bool IsOfConnection(Exception e) =>
        e is IOException or SocketException or ProtocolException or TimeoutException or ServiceNotConnectedException or ServiceNotAuthenticatedException or SmtpCommandException;
}
