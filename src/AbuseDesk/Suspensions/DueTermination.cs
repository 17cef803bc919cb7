using NodaTime;

namespace AbuseDesk.Suspensions;

/// <summary>A contract whose end has come.</summary>
internal sealed record DueTermination
{
    public required long CaseId { get; init; }

    public required string CaseRef { get; init; }

    public string? Assignee { get; init; }

    public required long NoticeId { get; init; }

    public required string NoticeRef { get; init; }

    public required string Account { get; init; }

    public required string CustomerName { get; init; }

    public required Instant EffectiveAt { get; init; }

    public required string EffectiveZone { get; init; }

    public required Instant PreserveUntilAt { get; init; }
}
