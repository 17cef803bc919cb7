using AbuseDesk.Terms;
using NodaTime;

namespace AbuseDesk.Escalation;

/// <summary>What the ladder proposes, and every fact that led there.</summary>
public sealed record Proposal
{
    /// <summary>Null: nothing is proposed.</summary>
    public EscalationStep? Step { get; init; }

    /// <summary>In words: "Suspend the account, by the immediate path".</summary>
    public required string Title { get; init; }

    /// <summary>For a suspension only.</summary>
    public ContractPath? Path { get; init; }

    /// <summary>The conditions of the proposed step.</summary>
    public required IReadOnlyList<ProposalFact> Facts { get; init; }

    /// <summary>The step after it, or after the last one taken; null at the top of the ladder.</summary>
    public EscalationStep? NextStep { get; init; }

    /// <summary>What the next step still lacks.</summary>
    public required IReadOnlyList<ProposalFact> Missing { get; init; }

    public required IReadOnlyList<StepState> Steps { get; init; }

    /// <summary>What the customer still has time for.</summary>
    public required IReadOnlyList<Wait> Waits { get; init; }

    /// <summary>Points in the window, with the decay applied.</summary>
    public required decimal Points { get; init; }

    public required string LadderVersion { get; init; }

    public bool WaitsOnCustomer => Waits.Count > 0;
}

/// <summary>
/// One row of the proposal: "Points in 90 days", "636", "120 or more". A fact that is not required decides how,
/// not whether: it chooses the contract path.
/// </summary>
public sealed record ProposalFact(string Name, string OnRecord, string Asked, bool Met)
{
    public bool Required { get; init; } = true;

    public required FactSource Source { get; init; }
}

public enum SourceKind
{
    Nothing,
    Violations,
    Notices,
    Plans,
    Forwardings,
    Suspensions,
    Deadlines,
}

/// <summary>Where a fact comes from: references of the rows, sorted.</summary>
public sealed record FactSource(SourceKind Kind, IReadOnlyList<string> Refs)
{
    public static FactSource From(SourceKind kind, IEnumerable<string> refs)
    {
        var sorted = refs.Order(StringComparer.Ordinal).ToList();
        return new FactSource(sorted.Count == 0 ? SourceKind.Nothing : kind, sorted);
    }
}

public enum StepStage
{
    Done,
    Now,
    Later,
}

/// <summary>One step of the ladder as it stands: how often it was taken, first and last when.</summary>
public sealed record StepState(EscalationStep Step, StepStage Stage, int Times, Instant? First, Instant? Last);

/// <summary>Something the customer was asked for and still has time for.</summary>
public sealed record Wait(string What, Instant Until, string Ref);
