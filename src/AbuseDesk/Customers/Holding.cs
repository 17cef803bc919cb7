using NodaTime;

namespace AbuseDesk.Customers;

/// <summary>A resource held by a customer (account reference) from an instant up to, not including, another; null: still.</summary>
public sealed record Holding(string Account, Resource Resource, Instant From, Instant? To)
{
    public bool IsHeldAt(Instant instant) => From <= instant && (To is null || instant < To);

    /// <summary>Whether another customer holds the same at the same time.</summary>
    public bool Conflicts(Holding other) =>
        Account != other.Account
        && (To is null || other.From < To) && (other.To is null || From < other.To)
        && Resource.Overlaps(other.Resource);
}
