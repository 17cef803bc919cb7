using NodaTime;

namespace AbuseDesk.Suspensions;

/// <summary>A suspension whose instant has come.</summary>
internal sealed record DueSuspension
{
    public required long Id { get; init; }

    public required string Ref { get; init; }

    public required long CaseId { get; init; }

    public required string CaseRef { get; init; }

    public string? Assignee { get; init; }

    public required long NoticeId { get; init; }

    public required string NoticeRef { get; init; }

    public required string Account { get; init; }

    public required string CustomerName { get; init; }

    public required string Scope { get; init; }

    public required Instant EffectiveAt { get; init; }

    public required string EffectiveZone { get; init; }

    public required Instant PreserveUntilAt { get; init; }
}
