using NodaTime;

namespace AbuseDesk.Reports.Mailbox;

/// <summary>A mail that came in.</summary>
public sealed record IncomingMailRow
{
    public required long Id { get; init; }

    /// <summary>"M-2021-00007".</summary>
    public required string Ref { get; init; }

    public required string Sha256 { get; init; }

    public string? MessageId { get; init; }

    /// <summary>A word of <see cref="Mail.Receiving.IncomingKind"/>.</summary>
    public required string Kind { get; init; }

    public required string FromName { get; init; }

    public string? FromAddress { get; init; }

    public required string Subject { get; init; }

    /// <summary>What it says, as plain text.</summary>
    public required string Excerpt { get; init; }

    public string? Problem { get; init; }

    public Instant? SentAt { get; init; }

    public required Instant ReceivedAt { get; init; }

    public required Instant ReadAt { get; init; }

    /// <summary>A word of <see cref="IncomingStatus"/>.</summary>
    public required string Status { get; init; }

    public string? CaseRef { get; init; }

    /// <summary>The notice that it answers, or reports about.</summary>
    public string? NoticeRef { get; init; }

    /// <summary>reply, name, hand; null in the intake.</summary>
    public string? MatchedBy { get; init; }

    /// <summary>Whether the sender is a contact of the case's customer, or the desk had written to them.</summary>
    public bool SenderKnown { get; init; }

    public IReadOnlyList<IncomingFileRow> Files { get; init; } = [];
}

/// <summary>A file that came with it, as evidence.</summary>
public sealed record IncomingFileRow
{
    public required long IncomingId { get; init; }

    public required string Sha256 { get; init; }

    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }
}
