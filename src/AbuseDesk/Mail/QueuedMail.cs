using NodaTime;

namespace AbuseDesk.Mail;

/// <summary>A mail of the outbox, ready to be sent.</summary>
public sealed record QueuedMail
{
    public required long Id { get; init; }

    /// <summary>Without angle brackets; the same at every attempt.</summary>
    public required string MessageId { get; init; }

    public required string Kind { get; init; }

    /// <summary>Addresses, comma-separated: the envelope.</summary>
    public required string Recipients { get; init; }

    public required string Subject { get; init; }

    /// <summary>"C-2020-0417"; null for a mail about no case.</summary>
    public string? CaseRef { get; init; }

    /// <summary>How often it was tried before.</summary>
    public required int Attempts { get; init; }

    public required Instant QueuedAt { get; init; }

    public required string MimeSha256 { get; init; }

    /// <summary>The message, byte for byte as it must leave.</summary>
    public byte[] Mime { get; init; } = [];
}
