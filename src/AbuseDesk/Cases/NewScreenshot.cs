using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>A picture of content, as somebody hands it in: PNG, JPEG or WebP.</summary>
public sealed record NewScreenshot
{
    public required byte[] Bytes { get; init; }

    /// <summary>As the file is called; null where it has no name (pasted).</summary>
    public string? FileName { get; init; }

    public required Instant CapturedAt { get; init; }

    /// <summary>A login, or the name of what or who captured it.</summary>
    public required string CapturedBy { get; init; }

    /// <summary>For people: "browser screenshot", "uploaded", "pasted".</summary>
    public required string Method { get; init; }
}
