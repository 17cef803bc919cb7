using AbuseDesk.Customers;
using NodaTime;

namespace AbuseDesk.Escalation;

/// <summary>All that is on record about a customer, as the ladder counts it now.</summary>
public sealed record CustomerStanding
{
    public required CustomerRow Customer { get; init; }

    public required decimal Points { get; init; }

    /// <summary>Days after which a violation counts nothing.</summary>
    public required int WindowDays { get; init; }

    /// <summary>The latest opened first.</summary>
    public required IReadOnlyList<StandingCase> Cases { get; init; }

    /// <summary>The latest seen first; <see cref="ViolationsCount"/> says how many there are in all.</summary>
    public required IReadOnlyList<StandingViolation> Violations { get; init; }

    public required long ViolationsCount { get; init; }

    public required long CountingCount { get; init; }

    public required IReadOnlyList<ResourceRow> Resources { get; init; }

    public required IReadOnlyList<ContactRow> Contacts { get; init; }
}

public sealed record StandingCase
{
    public required string Ref { get; init; }

    public required string Title { get; init; }

    /// <summary>open or closed.</summary>
    public required string Status { get; init; }

    public required string Severity { get; init; }

    public required int ItemsCount { get; init; }

    public required int StillUpCount { get; init; }

    public required Instant OpenedAt { get; init; }

    public Instant? ClosedAt { get; init; }
}

/// <param name="Row">As it is on record.</param>
/// <param name="Points">What it counts now; 0 where it counts no more.</param>
/// <param name="Expires">When it counts nothing by its age alone.</param>
/// <param name="State">"counts", "reversed", "expired", or "lifted": seen before the last measure was lifted.</param>
public sealed record StandingViolation(ViolationOnRecord Row, decimal Points, Instant Expires, string State);

public sealed record ViolationOnRecord
{
    public required string CaseRef { get; init; }

    public required int Number { get; init; }

    public required string Clause { get; init; }

    public required string Heading { get; init; }

    public required string TermsVersion { get; init; }

    public required string Severity { get; init; }

    public required Instant SeenAt { get; init; }

    public Instant? ReversedAt { get; init; }
}
