using NodaTime;

namespace AbuseDesk.Evidence;

/// <summary>What is on record about bytes in the store.</summary>
public sealed record EvidenceRow
{
    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public required string MediaType { get; init; }

    /// <summary>Pixels as shown; null where it is no image.</summary>
    public int? Width { get; init; }

    public int? Height { get; init; }

    public required Instant StoredAt { get; init; }

    public bool IsImage => Width is not null;
}

/// <summary>One capture of evidence, as it is on record.</summary>
public sealed record Capture
{
    public required long Id { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>A word of <see cref="EvidencePurpose"/>.</summary>
    public required string Purpose { get; init; }

    public string? FileName { get; init; }

    public string? SourceUrl { get; init; }

    public required Instant CapturedAt { get; init; }

    public required string CapturedBy { get; init; }

    public required string Method { get; init; }

    public required Instant AddedAt { get; init; }

    /// <summary>Login.</summary>
    public required string AddedBy { get; init; }
}
