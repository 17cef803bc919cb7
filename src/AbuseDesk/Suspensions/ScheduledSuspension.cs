namespace AbuseDesk.Suspensions;

/// <summary>The measure as the notice announces it.</summary>
public sealed record ScheduledSuspension
{
    public required long CaseId { get; init; }

    public required string CaseRef { get; init; }

    public required long CustomerId { get; init; }

    public required long NoticeId { get; init; }

    public required string NoticeRef { get; init; }

    /// <summary>"cure" or "immediate".</summary>
    public required string ContractPath { get; init; }

    /// <summary>What is suspended, in words.</summary>
    public string Scope { get; init; } = "all services of the account";

    public required PromisedTime Effective { get; init; }

    public required PromisedTime PreserveUntil { get; init; }
}
