using AbuseDesk.Terms;

namespace AbuseDesk.Notices.Facts;

/// <summary>The suspension that a reinstatement ends, or that a termination follows.</summary>
public sealed record SuspensionFacts
{
    /// <summary>"S-2021-0004".</summary>
    public required string Ref { get; init; }

    /// <summary>"N-2021-0036": the notice that announced it.</summary>
    public required string NoticeRef { get; init; }

    /// <summary>"D12": that notice; null while it is not an exhibit.</summary>
    public string? Exhibit { get; init; }

    /// <summary>When that notice was sent.</summary>
    public required Moment Announced { get; init; }

    /// <summary>"cure": the way of the terms that it went.</summary>
    public required ContractPath Path { get; init; }

    /// <summary>"9.3": the clause of the path, in the version in force when it was announced; null where that names none.</summary>
    public required string? Clause { get; init; }

    /// <summary>When it was to take effect.</summary>
    public required MomentInZones Effective { get; init; }

    /// <summary>When it did; null where it was called off before.</summary>
    public required Moment? TookEffect { get; init; }

    /// <summary>When it was lifted or called off; null while it stands.</summary>
    public required MomentInZones? Lifted { get; init; }

    /// <summary>Until then data and evidence are kept, whatever became of the suspension.</summary>
    public required MomentInZones PreservedUntil { get; init; }

    /// <summary>True where it took effect and was not lifted.</summary>
    public bool InEffect => TookEffect is not null && Lifted is null;

    /// <summary>True where it was called off before it took effect.</summary>
    public bool CalledOff => Lifted is not null && TookEffect is null;
}
