using AbuseDesk.Terms;

namespace AbuseDesk.Notices.Facts;

public enum PreconditionKind
{
    /// <summary>Items of a severity that endangers persons.</summary>
    Danger,

    /// <summary>A warning in writing.</summary>
    Warning,

    /// <summary>No adequate plan on request.</summary>
    Plan,

    /// <summary>A suspension that is in effect.</summary>
    Suspension,

    /// <summary>Any other, worded by <see cref="PreconditionFacts.Statement"/>.</summary>
    Other,
}

/// <summary>The contract's ways to the measure, and the one that the notice takes.</summary>
public sealed record ContractFacts
{
    /// <summary>The version in force when the notice is drafted: its clauses on the measure.</summary>
    public required Moment Version { get; init; }

    /// <summary>"9.2": suspension after a period to cure; null in a termination.</summary>
    public required ClauseFacts? Cure { get; init; }

    /// <summary>"9.3": suspension at once, under preconditions; null in a termination.</summary>
    public required ClauseFacts? Immediate { get; init; }

    /// <summary>"10.3": the end of the contract by our notice; null in a suspension.</summary>
    public ClauseFacts? Termination { get; init; }

    /// <summary>30: days to cure under the cure path.</summary>
    public required int CureDays { get; init; }

    /// <summary>30: days of notice under the termination path; 0 in a suspension.</summary>
    public int NoticeDays { get; init; }

    /// <summary>"us-federal": the calendar on whose business days the period of the chosen path ends; null where it may end on any day.</summary>
    public string? WorkingDays { get; init; }

    /// <summary>31: days on our calendar from the date of the notice to that of the effective instant; null on a path without a period.</summary>
    public int? DaysGiven { get; init; }

    /// <summary>The path that the author chose.</summary>
    public required ContractPath Chosen { get; init; }

    /// <summary>The preconditions of the chosen path, each with its fact and proof.</summary>
    public required IReadOnlyList<PreconditionFacts> Preconditions { get; init; }

    /// <summary>The clause of the chosen path.</summary>
    public ClauseFacts ChosenClause => (Chosen switch { ContractPath.Cure => Cure, ContractPath.Immediate => Immediate, _ => Termination })!;

    /// <summary>The time that the chosen path gives.</summary>
    internal ContractPeriod Period => new(Chosen switch { ContractPath.Cure => CureDays, ContractPath.Termination => NoticeDays, _ => 0 }, WorkingDays is not null);
}

/// <summary>A precondition of the path, and what the record shows for it.</summary>
public sealed record PreconditionFacts
{
    /// <summary>"(a)".</summary>
    public required string Marker { get; init; }

    /// <summary>"life or safety of persons in danger".</summary>
    public required string Title { get; init; }

    /// <summary>Which fact proves it.</summary>
    public required PreconditionKind Kind { get; init; }

    /// <summary>The figures, where the kind is danger.</summary>
    public required DangerFacts? Danger { get; init; }

    /// <summary>The fact in words, where the kind is other.</summary>
    public required string? Statement { get; init; }

    /// <summary>["D8", "D10", "D11"].</summary>
    public required IReadOnlyList<string> Exhibits { get; init; }
}

/// <summary>Items so severe that persons are in danger; only those under the clause that the precondition names.</summary>
public sealed record DangerFacts
{
    /// <summary>"7.4".</summary>
    public required string Clause { get; init; }

    /// <summary>90: all items under that clause.</summary>
    public required int Items { get; init; }

    /// <summary>"critical": the severity counted, a name of the policy.</summary>
    public required string Severity { get; init; }

    /// <summary>"call for an act and name a place, a time or a means", to follow "they"; null where the policy has no words.</summary>
    public required string? Meaning { get; init; }

    /// <summary>39.</summary>
    public required int Severe { get; init; }

    /// <summary>29: of those, still up at the last check.</summary>
    public required int SevereStillUp { get; init; }
}
