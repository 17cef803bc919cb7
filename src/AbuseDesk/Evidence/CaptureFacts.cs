using NodaTime;

namespace AbuseDesk.Evidence;

/// <summary>How bytes came to be evidence. One and the same bytes may be captured many times.</summary>
public sealed record CaptureFacts
{
    public required EvidencePurpose Purpose { get; init; }

    /// <summary>As the file was called where it came from; null where it had no name.</summary>
    public string? FileName { get; init; }

    /// <summary>What the capture shows, as written; null where it shows no place on the net.</summary>
    public string? SourceUrl { get; init; }

    public required Instant CapturedAt { get; init; }

    /// <summary>A login, or the name of the program or person that captured it.</summary>
    public required string CapturedBy { get; init; }

    /// <summary>For people: "browser screenshot", "uploaded", "pasted", "received by mail".</summary>
    public required string Method { get; init; }
}
