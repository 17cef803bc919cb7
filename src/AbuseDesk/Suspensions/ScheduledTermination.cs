namespace AbuseDesk.Suspensions;

/// <summary>The end of a contract as its notice announces it.</summary>
public sealed record ScheduledTermination
{
    public required long CaseId { get; init; }

    public required string CaseRef { get; init; }

    public required long CustomerId { get; init; }

    public required long NoticeId { get; init; }

    public required string NoticeRef { get; init; }

    public required PromisedTime Effective { get; init; }

    public required PromisedTime PreserveUntil { get; init; }
}
