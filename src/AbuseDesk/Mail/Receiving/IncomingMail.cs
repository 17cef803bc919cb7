using System.Security.Cryptography;
using NodaTime;

namespace AbuseDesk.Mail.Receiving;

/// <summary>A file that came with a mail.</summary>
public sealed record IncomingFile(string FileName, byte[] Content);

/// <summary>A mail that came in, with what it says of itself. Nothing of it is to be believed but its bytes.</summary>
public sealed record IncomingMail
{
    /// <summary>As they came.</summary>
    public required byte[] Bytes { get; init; }

    public required IncomingKind Kind { get; init; }

    /// <summary>Without angle brackets; null where it has none.</summary>
    public string? MessageId { get; init; }

    public string FromName { get; init; } = "";

    /// <summary>Null where it names no sender.</summary>
    public string? FromAddress { get; init; }

    public string Subject { get; init; } = "";

    /// <summary>As its Date says; null where it has none.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>When the server that has the mailbox took it, as that wrote; null where it did not.</summary>
    public Instant? ReceivedAt { get; init; }

    /// <summary>Message-IDs that it answers, the nearest first.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>References of the desk that its address ("abuse+C-2020-0417@…") or its subject names, in capital letters.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>What it says, as plain text; the beginning of it.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<IncomingFile> Files { get; init; } = [];

    /// <summary>What it reports of mails, if it is a report.</summary>
    public IReadOnlyList<DeliveryNews> News { get; init; } = [];

    /// <summary>What is wrong with it, for people; null where nothing is.</summary>
    public string? Problem { get; init; }

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
