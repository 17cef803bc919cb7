namespace AbuseDesk.Mail.Receiving;

/// <summary>A message that lies in a mailbox and was not read by the desk yet.</summary>
/// <param name="Name">What the mailbox calls it, for sentences.</param>
/// <param name="ReadAsync">Its bytes.</param>
/// <param name="DoneAsync">Marks it as read by the desk; nothing is ever deleted.</param>
public sealed record MailboxMessage(string Name, Func<Task<byte[]>> ReadAsync, Func<Task> DoneAsync);

/// <summary>Where mail comes in: a Maildir, or a folder of an IMAP server.</summary>
public abstract class Mailbox : IAsyncDisposable
{
    /// <summary>Opens what <c>ABUSEDESK_MAIL_IN</c> names.</summary>
    /// <exception cref="DeskException">The setting is not understood, or the mailbox cannot be opened; the sentence says why.</exception>
    public static async Task<Mailbox> OpenAsync(string setting, Secret? password, CancellationToken cancel) =>
        setting.StartsWith(Maildir.Prefix, StringComparison.Ordinal) ? new Maildir(setting[Maildir.Prefix.Length..]) : await ImapMailbox.OpenAsync(ImapTarget.Parse(setting), password, cancel);

    /// <summary>Messages that the desk has not read, the oldest first; not more than so many.</summary>
    public abstract Task<IReadOnlyList<MailboxMessage>> UnreadAsync(int most, CancellationToken cancel);

    /// <summary>"the Maildir /var/mail/abuse", "abuse@cloud.example on mx:993".</summary>
    public abstract override string ToString();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
