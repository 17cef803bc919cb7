namespace AbuseDesk.Mail;

/// <summary>A way out for mail: a folder, an SMTP server.</summary>
public interface IMailer
{
    /// <summary>Hands one mail on. An attempt repeated after a crash has the same Message-ID.</summary>
    Task<Delivery> SendAsync(QueuedMail mail, CancellationToken cancel = default);

    /// <summary>Looks whether mail could be handed on now, without sending any; says where to, in one sentence.</summary>
    /// <exception cref="DeskException">It could not; the sentence says why.</exception>
    Task<string> ProbeAsync(CancellationToken cancel = default);
}

/// <summary>What became of an attempt.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>
    /// Handed on; <paramref name="To"/> says where to: the path of a file, a server and its answer.
    /// <paramref name="RefusedRecipients"/>: those of several who will not get it.
    /// <paramref name="ServerId"/>: what the service that took it calls it in its reports, where that is not the Message-ID.
    /// </summary>
    public sealed record Sent(string To, IReadOnlyList<RefusedRecipient>? RefusedRecipients = null, string? ServerId = null) : Delivery;

    /// <summary>Not this time; it is tried again after a pause.</summary>
    public sealed record Later(string Reason) : Delivery;

    /// <summary>Never in this form; a person must look at it. <paramref name="Recipients"/>: those for whom it was refused, where that is why.</summary>
    public sealed record Refused(string Reason, IReadOnlyList<RefusedRecipient>? Recipients = null) : Delivery;

    /// <summary>Nothing can be sent at present, whatever mail it is: the pass over the outbox ends.</summary>
    public sealed record Unavailable(string Reason) : Delivery;
}

/// <summary>A recipient whom the server refused for good, with its answer: "550 5.1.1 no such mailbox".</summary>
public sealed record RefusedRecipient(string Address, string Answer)
{
    public override string ToString() => $"{Address}: {Answer}";
}
