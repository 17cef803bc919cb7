namespace AbuseDesk.Evidence;

/// <summary>Bytes that are in the store, and what they are by their content; pixels are set for images only.</summary>
public sealed record StoredEvidence
{
    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public required string MediaType { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public bool IsImage => Width is not null;
}
