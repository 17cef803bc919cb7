using AbuseDesk.Cases;

namespace AbuseDesk.Escalation;

/// <summary>The escalation policy; templates/policy/ladder.yml says what each part means. Steps stand mildest first.</summary>
public sealed record Ladder
{
    public required string Version { get; init; }

    public required IReadOnlyDictionary<Severity, int> Points { get; init; }

    /// <summary>Days for which a violation counts in full; at most <see cref="WindowDays"/>.</summary>
    public required int FullDays { get; init; }

    /// <summary>Days after which a violation counts nothing.</summary>
    public required int WindowDays { get; init; }

    /// <summary>Days for which a step taken is remembered.</summary>
    public required int StepsCountDays { get; init; }

    public required IReadOnlyList<LadderStep> Steps { get; init; }
}

/// <summary>What the record must show for one step; a condition that is null or false is not asked for.</summary>
public sealed record LadderStep
{
    public required EscalationStep Step { get; init; }

    /// <summary>The proposal in words: "Suspend the account".</summary>
    public required string Says { get; init; }

    public int? Points { get; init; }

    public IReadOnlyList<PriorStep> After { get; init; } = [];

    public int? RemovedUnderPercent { get; init; }

    public bool PlanFailed { get; init; }

    /// <summary>Rules of the deadlines policy, and how often the customer must have missed a deadline of each.</summary>
    public IReadOnlyDictionary<string, int> Missed { get; init; } = new Dictionary<string, int>();

    public bool CriticalShortens { get; init; }
}

/// <summary>A step that must have been taken so many days ago at least.</summary>
public sealed record PriorStep(EscalationStep Step, int DaysAgo);
