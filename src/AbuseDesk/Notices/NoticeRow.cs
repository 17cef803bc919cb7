using NodaTime;

namespace AbuseDesk.Notices;

/// <summary>A notice as it stands in its table.</summary>
public sealed record NoticeRow
{
    public required long Id { get; init; }

    /// <summary>"N-2021-0036".</summary>
    public required string Ref { get; init; }

    public required long CaseId { get; init; }

    public required long CustomerId { get; init; }

    public required string Kind { get; init; }

    /// <summary>draft, in-review, returned, approved, sent, withdrawn.</summary>
    public required string Status { get; init; }

    public required int CurrentVersion { get; init; }

    public required string Author { get; init; }

    public required string? Reviewer { get; init; }

    /// <summary>The login of the lawyer who is away, where the reviewer stands in for them; else null.</summary>
    public string? ReviewerFor { get; init; }

    /// <summary>"2020-12-11": the last day on which that lawyer is away.</summary>
    public string? ReviewerForUntil { get; init; }

    public required string Language { get; init; }

    /// <summary>"fr-CH": of the contact addressed first when it was drafted.</summary>
    public required string? Locale { get; init; }

    public required string Addressee { get; init; }

    public required string Recipients { get; init; }

    public required string Copies { get; init; }

    public required string CustomerZone { get; init; }

    /// <summary>References, comma-separated: what a letter to a reporter answers; null for the other kinds.</summary>
    public string? Reports { get; init; }

    /// <summary>One a line: what a reinstatement asks of the customer; null for the other kinds.</summary>
    public string? Conditions { get; init; }

    /// <summary>Which automated means were used in the decisions, as its author states; null for none.</summary>
    public string? AutomatedMeans { get; init; }

    public required string? Criteria { get; init; }

    public required string? ContractPath { get; init; }

    public required Instant? ActByAt { get; init; }

    public required string? ActByLocal { get; init; }

    public required string? ActByZone { get; init; }

    public required Instant? EffectiveAt { get; init; }

    public required string? EffectiveLocal { get; init; }

    public required string? EffectiveZone { get; init; }

    public required Instant? PreserveUntilAt { get; init; }

    public required string? PreserveUntilLocal { get; init; }

    public required Instant? AcknowledgeByAt { get; init; }

    public required string? AcknowledgeByLocal { get; init; }

    public required string VerificationCode { get; init; }

    public required Instant CreatedAt { get; init; }

    public required string? ApprovedBy { get; init; }

    public required Instant? ApprovedAt { get; init; }

    public required Instant? SentAt { get; init; }

    public required string? SentBy { get; init; }

    /// <summary>The first report that a recipient's server has it; null until there is one.</summary>
    public Instant? DeliveredAt { get; init; }

    public required long Version { get; init; }
}
