using NodaTime;

namespace AbuseDesk.Notices.Workshop;

/// <summary>A version of a template; number 0 is the file of the installation, which nobody published.</summary>
public sealed record TemplateVersion
{
    public required string Kind { get; init; }

    public required string Language { get; init; }

    public required int Number { get; init; }

    public required string Text { get; init; }

    /// <summary>Of the text.</summary>
    public required string Sha256 { get; init; }

    public required string Note { get; init; }

    public required Instant? PublishedAt { get; init; }

    public required string? PublishedBy { get; init; }
}
