using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace AbuseDesk.Mail.Receiving;

/// <summary>
/// A folder on an IMAP server. The desk marks what it has read by a keyword of its own: what somebody opens in a mail program first is
/// read all the same. A server that keeps no keywords is left with the mark of what was seen.
/// </summary>
internal sealed class ImapMailbox : Mailbox
{
    private const string Keyword = "AbuseDeskRead";

    private readonly ImapTarget target;
    private readonly ImapClient client;
    private readonly IMailFolder folder;

    private ImapMailbox(ImapTarget target, ImapClient client, IMailFolder folder) => (this.target, this.client, this.folder) = (target, client, folder);

    private bool KeepsKeywords => folder.PermanentFlags.HasFlag(MessageFlags.UserDefined);

    public static async Task<ImapMailbox> OpenAsync(ImapTarget target, Secret? password, CancellationToken cancel)
    {
        var client = new ImapClient { Timeout = 120_000, CheckCertificateRevocation = target.Authority is null };
        if (target.Authority is { } file) client.ServerCertificateValidationCallback = (_, certificate, _, errors) => OwnAuthority.Vouches(certificate, errors, file);
        try
        {
            await client.ConnectAsync(target.Host, target.Port, target.ImplicitTls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, cancel);
            await client.AuthenticateAsync(target.User, password?.Reveal() ?? "", cancel);
            var folder = await client.GetFolderAsync(target.Folder, cancel);
            await folder.OpenAsync(FolderAccess.ReadWrite, cancel);
            return new ImapMailbox(target, client, folder);
        }
        catch (Exception e) when (Sentence(target, e) is { } sentence)
        {
            client.Dispose();
            throw new DeskException(sentence, e);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public override async Task<IReadOnlyList<MailboxMessage>> UnreadAsync(int most, CancellationToken cancel)
    {
        var unread = await folder.SearchAsync(KeepsKeywords ? SearchQuery.NotKeyword(Keyword) : SearchQuery.NotSeen, cancel);
        return [.. unread.OrderBy(id => id.Id).Take(most).Select(id => new MailboxMessage($"message {id.Id}", () => ReadAsync(id, cancel), () => DoneAsync(id, cancel)))];
    }

    public override string ToString() => target.ToString();

    public override async ValueTask DisposeAsync()
    {
        try
        {
            if (client.IsConnected) await client.DisconnectAsync(quit: true);
        }
        catch (Exception e) when (e is IOException or SocketException or ProtocolException)
        {
            // the server has hung up first
        }

        client.Dispose();
        await base.DisposeAsync();
    }

    private async Task<byte[]> ReadAsync(UniqueId id, CancellationToken cancel)
    {
        // does not mark it as seen: that is for people
        await using var stream = await folder.GetStreamAsync(id, "", cancel);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    private Task<bool> DoneAsync(UniqueId id, CancellationToken cancel) => KeepsKeywords
        ? folder.StoreAsync(id, new StoreFlagsRequest(StoreAction.Add, MessageFlags.None, [Keyword]) { Silent = true }, cancel)
        : folder.StoreAsync(id, new StoreFlagsRequest(StoreAction.Add, MessageFlags.Seen) { Silent = true }, cancel);

    private static string? Sentence(ImapTarget target, Exception e) => e switch
    {
        AuthenticationException => $"{target.Host}:{target.Port} does not let {target.User} in: {e.Message} See to ABUSEDESK_MAIL_IN and ABUSEDESK_MAIL_IN_PASSWORD.",
        SslHandshakeException => $"The certificate of {target.Host}:{target.Port} is not trusted; have it renewed, or name its authority by ca= in ABUSEDESK_MAIL_IN.",
        NotSupportedException => $"{target.Host}:{target.Port} offers no TLS, which is required; use another port, or imaps://.",
        FolderNotFoundException => $"{target.Host}:{target.Port} has no folder “{Shown.Briefly(target.Folder)}” for {target.User}; correct ABUSEDESK_MAIL_IN.",
        IOException or SocketException or ProtocolException or CommandException or TimeoutException => $"{target.Host}:{target.Port} cannot be used: {e.Message}",
        _ => null,
    };
}
