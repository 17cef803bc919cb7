using NodaTime;

namespace AbuseDesk.Customers;

public sealed record CustomerRow
{
    public required long Id { get; init; }

    /// <summary>"A-1042".</summary>
    public required string Account { get; init; }

    public required string Name { get; init; }

    public required Instant CreatedAt { get; init; }

    public required long Version { get; init; }
}

/// <summary>A person or desk of the customer that mail goes to.</summary>
public sealed record ContactRow
{
    public required long Id { get; init; }

    public required long CustomerId { get; init; }

    /// <summary>A word of <see cref="ContactRole"/>.</summary>
    public required string Role { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>"fr-FR".</summary>
    public required string Locale { get; init; }

    /// <summary>TZDB name.</summary>
    public required string Zone { get; init; }

    /// <summary>When mail to it failed for good; null where it did not, or somebody has confirmed the contact since.</summary>
    public Instant? BouncedAt { get; init; }

    /// <summary>Which mail, and what the server said.</summary>
    public string? BounceReason { get; init; }
}

/// <summary>A resource as it is on record, with the customer that holds it.</summary>
public sealed record ResourceRow
{
    public required long Id { get; init; }

    public required long CustomerId { get; init; }

    public required string Account { get; init; }

    /// <summary>A word of <see cref="ResourceKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Value { get; init; }

    public required Instant HeldFrom { get; init; }

    /// <summary>Up to, not including; null: still held.</summary>
    public Instant? HeldTo { get; init; }

    public Holding Holding => new(Account, Resource.Parse(Words.Parse<ResourceKind>(Kind), Value), HeldFrom, HeldTo);
}
