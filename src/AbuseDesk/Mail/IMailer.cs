namespace AbuseDesk.Mail;

/// <summary>A way out for mail: a folder, an SMTP server.</summary>
public interface IMailer
{
    /// <summary>Hands one mail on. An attempt repeated after a crash has the same Message-ID.</summary>
    Task<Delivery> SendAsync(QueuedMail mail, CancellationToken cancel = default);
}

/// <summary>What became of an attempt.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>Handed on; <paramref name="To"/> says where to: the path of a file, a server and its answer.</summary>
    public sealed record Sent(string To) : Delivery;

    /// <summary>Not this time; it is tried again after a pause.</summary>
    public sealed record Later(string Reason) : Delivery;

    /// <summary>Never in this form; a person must look at it.</summary>
    public sealed record Refused(string Reason) : Delivery;

    /// <summary>Nothing can be sent at present, whatever mail it is: the pass over the outbox ends.</summary>
    public sealed record Unavailable(string Reason) : Delivery;
}
