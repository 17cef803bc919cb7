using NodaTime;

namespace AbuseDesk.Mail;

/// <summary>A mail that the desk is about to queue.</summary>
public sealed record OutgoingMail
{
    /// <summary>One hyphenated word: a kind of notice, or "reminder".</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about, as it stands in the Message-ID: "N-2021-0036", "D-2021-00012".</summary>
    public required string Ref { get; init; }

    /// <summary>
    /// What sets it apart from other mails of this kind about the same thing: the version of a notice, the instant and the
    /// audience of a reminder. With kind, reference and recipients it makes the Message-ID, so that one mail has one.
    /// </summary>
    public required string Identity { get; init; }

    public required IReadOnlyList<MailParty> To { get; init; }

    public IReadOnlyList<MailParty> Copies { get; init; } = [];

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public string? Html { get; init; }

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    public long? CaseId { get; init; }

    /// <summary>"C-2020-0417": mails of one case form one thread; null for a mail about no case.</summary>
    public string? CaseRef { get; init; }

    /// <summary>Root of another thread than the case's, for a reader who must not see which mails belong to one case: "R-2021-00731".</summary>
    public string? ThreadRef { get; init; }

    public long? NoticeId { get; init; }

    /// <summary>The Message-ID that it answers, without angle brackets; null where it answers none.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>It does not leave before, unless it is replaced meanwhile; null for at once.</summary>
    public Instant? NotBefore { get; init; }

    /// <summary>No person pressed a button for it: answering machines must not answer it.</summary>
    public bool Automatic { get; init; }

    /// <summary>Every recipient, copies after the others.</summary>
    public IEnumerable<MailParty> Everybody => To.Concat(Copies);
}
