using AbuseDesk.Cases;
using NodaTime;

namespace AbuseDesk.Escalation;

/// <summary>All that the ladder looks at, of one customer or case. The order of the rows means nothing.</summary>
public sealed record EscalationRecord
{
    public required Instant Now { get; init; }

    /// <summary>In whose days the facts are written.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    public IReadOnlyList<RecordedViolation> Violations { get; init; } = [];

    public IReadOnlyList<RecordedForwarding> Forwardings { get; init; } = [];

    public IReadOnlyList<RecordedAct> Warnings { get; init; } = [];

    public IReadOnlyList<RecordedPlanRequest> PlanRequests { get; init; } = [];

    public IReadOnlyList<RecordedPlan> Plans { get; init; } = [];

    public IReadOnlyList<RecordedSuspension> Suspensions { get; init; } = [];

    public IReadOnlyList<RecordedAct> Terminations { get; init; } = [];

    public IReadOnlyList<RecordedMiss> Misses { get; init; } = [];
}

/// <summary>An upheld item, seen at the instant. The reference leads back to it.</summary>
public sealed record RecordedViolation(string Ref, Instant At, Severity Severity)
{
    public bool Reversed { get; init; }

    public bool StillUp { get; init; }

    /// <summary>Whether it was sent to the customer.</summary>
    public bool Forwarded { get; init; }
}

/// <summary>Items sent at once; how many of them the check at the date to act by, or one before, found removed.</summary>
public sealed record RecordedForwarding(string Ref, Instant Sent, Instant ActBy, int Items, int RemovedByActBy);

/// <summary>A deadline of the customer that ran out at the instant, by its rule.</summary>
public sealed record RecordedMiss(string Ref, string Rule, Instant At);

/// <summary>A warning or a termination that was sent.</summary>
public sealed record RecordedAct(string Ref, Instant At);

public sealed record RecordedPlanRequest(string Ref, Instant At, Instant DueAt);

/// <summary>A plan; verdict and instant of its assessment are null until it is assessed.</summary>
public sealed record RecordedPlan(string Ref, Instant Received, PlanVerdict? Verdict, Instant? AssessedAt);

/// <summary>A suspension whose notice was sent; lifted is null while it stands.</summary>
public sealed record RecordedSuspension(string Ref, Instant Sent, Instant Effective, Instant? Lifted);
