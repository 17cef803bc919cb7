using NodaTime;

namespace AbuseDesk.Mail;

/// <summary>What was heard about a mail and one of its recipients.</summary>
public sealed record MailEvent
{
    /// <summary>The source of what our own server answered.</summary>
    public const string OurSending = "sending";

    /// <summary>The mail, by its row; 0 before it is kept.</summary>
    public long OutboxId { get; init; }

    public required string Recipient { get; init; }

    /// <summary>A word of <see cref="MailEventKind"/>.</summary>
    public required string Event { get; init; }

    /// <summary>When it happened, as far as that was told.</summary>
    public required Instant At { get; init; }

    /// <summary>"5.1.1" (RFC 3463); null where no code was given.</summary>
    public string? Code { get; init; }

    /// <summary>In the words of the server.</summary>
    public required string Said { get; init; }

    /// <summary>Who said it: a server, a report.</summary>
    public required string Source { get; init; }

    /// <summary>The report as it came, in the evidence; null for an answer to our own server.</summary>
    public string? OriginalSha256 { get; init; }

    /// <summary>Whether the recipient does not have it, and will not.</summary>
    public bool IsFailure => Kind is MailEventKind.Refused or MailEventKind.Failed or MailEventKind.Bounced;

    /// <summary>Whether the address itself is at fault, as far as the server says: nothing that is sent to it will arrive.</summary>
    public bool IsOfAddress => Kind is MailEventKind.Refused or MailEventKind.Bounced && Code?.StartsWith('4') != true;

    private MailEventKind Kind => Words.Parse<MailEventKind>(Event);
}
