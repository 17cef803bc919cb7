using NodaTime;

namespace AbuseDesk.Notices.Gathering;

public sealed record CaseRow
{
    public required long Id { get; init; }

    public required string Ref { get; init; }

    public required long CustomerId { get; init; }

    public required string Account { get; init; }

    public required string CustomerName { get; init; }
}

/// <summary>An item with its gravest violation that stands.</summary>
public sealed record ItemRow
{
    public required long Id { get; init; }

    public required int Number { get; init; }

    public required string Url { get; init; }

    public required string Display { get; init; }

    public required string Host { get; init; }

    /// <summary>As it is quoted: redacted where it was.</summary>
    public required string Excerpt { get; init; }

    public required Instant FirstSeenAt { get; init; }

    /// <summary>unchecked, removed, still-up, unreachable.</summary>
    public required string State { get; init; }

    public required Instant? RemovedAt { get; init; }

    public required long ClauseId { get; init; }

    public required string Severity { get; init; }

    public required bool Reported { get; init; }

    public required int? Batch { get; init; }
}

public sealed record ScreenshotRow
{
    public required long ItemId { get; init; }

    /// <summary>Of the picture that is printed: the redacted one where there is one.</summary>
    public required string Sha256 { get; init; }

    public required string MediaType { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required Instant CapturedAt { get; init; }

    public required string CapturedBy { get; init; }

    public required string Method { get; init; }

    /// <summary>Of the sealed original, where the picture is a redacted one.</summary>
    public required string? OriginalSha256 { get; init; }

    /// <summary>What was blacked out, separated by spaces.</summary>
    public required string? RedactedBoxes { get; init; }
}

public sealed record ForwardingRow
{
    public required int Batch { get; init; }

    public required Instant SentAt { get; init; }

    public required Instant ActByAt { get; init; }

    public required string Recipients { get; init; }

    public required string PdfSha256 { get; init; }
}

/// <summary>A warning, plan request or suspension that was sent.</summary>
public sealed record SentRow
{
    public required string Kind { get; init; }

    public required Instant SentAt { get; init; }

    public required string Recipients { get; init; }

    public required string Copies { get; init; }

    public required string? Criteria { get; init; }

    public required Instant? ActByAt { get; init; }

    public required string PdfSha256 { get; init; }
}

public sealed record CheckRow
{
    public required long ItemId { get; init; }

    public required int Number { get; init; }

    public required string Outcome { get; init; }

    public required Instant CheckedAt { get; init; }
}

public sealed record PlanRow
{
    public required long Id { get; init; }

    public required Instant ReceivedAt { get; init; }

    public required string Sha256 { get; init; }
}

public sealed record AssessmentRow
{
    public required long Id { get; init; }

    public required string Verdict { get; init; }

    public required string Reason { get; init; }

    public required Instant AssessedAt { get; init; }

    public required string DocumentSha256 { get; init; }
}

public sealed record CriterionRow
{
    public required string Criterion { get; init; }

    public required string Verdict { get; init; }

    public required string Reason { get; init; }
}

public sealed record TermsRow
{
    public required long Id { get; init; }

    public required string Version { get; init; }

    public required Instant EffectiveAt { get; init; }

    public required string EffectiveZone { get; init; }

    public required string DocumentSha256 { get; init; }

    public required string ContractPaths { get; init; }
}

public sealed record ClauseRow
{
    public required long Id { get; init; }

    public required long TermsVersionId { get; init; }

    public required string Number { get; init; }

    public required string Heading { get; init; }

    public required string Topic { get; init; }

    public required string Body { get; init; }
}

public sealed record StaffName
{
    public required string Login { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }
}
