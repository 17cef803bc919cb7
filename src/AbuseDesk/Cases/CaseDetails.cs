using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>The head of a case. Enums are in their words.</summary>
public sealed record CaseDetails
{
    public required long Id { get; init; }

    public required string Ref { get; init; }

    public required string Title { get; init; }

    public required string Status { get; init; }

    public required string Turn { get; init; }

    public required string ToDo { get; init; }

    public required string Severity { get; init; }

    /// <summary>A login; null where nobody has the case.</summary>
    public string? Assignee { get; init; }

    public string? AssigneeName { get; init; }

    public required Instant OpenedAt { get; init; }

    public Instant? ClosedAt { get; init; }

    public string? CloseReason { get; init; }

    public Instant? NextDueAt { get; init; }

    public required int ItemsCount { get; init; }

    public required int StillUpCount { get; init; }

    public required int RemovedCount { get; init; }

    /// <summary>The last check of any item.</summary>
    public Instant? CheckedAt { get; init; }

    public required long Version { get; init; }

    public required long CustomerId { get; init; }

    public required string CustomerAccount { get; init; }

    public required string CustomerName { get; init; }

    public IReadOnlyList<CaseContact> Contacts { get; init; } = [];
}

/// <summary>Whom to write to at the customer; abuse, legal, owner in this order.</summary>
public sealed record CaseContact
{
    public required string Role { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Locale { get; init; }

    /// <summary>TZDB name.</summary>
    public required string Zone { get; init; }

    /// <summary>When mail to it failed for good, until somebody confirms the contact.</summary>
    public Instant? BouncedAt { get; init; }

    public string? BounceReason { get; init; }
}
