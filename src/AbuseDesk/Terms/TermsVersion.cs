using NodaTime;

namespace AbuseDesk.Terms;

/// <summary>A published version of the terms. It never changes.</summary>
public sealed record TermsVersion
{
    public required long Id { get; init; }

    /// <summary>"2020-12-01".</summary>
    public required string Version { get; init; }

    public required string Title { get; init; }

    /// <summary>In force from this instant on.</summary>
    public required Instant EffectiveAt { get; init; }

    /// <summary>In force up to this instant, when the next version took its place; null where none has been published.</summary>
    public Instant? InForceUntil { get; init; }

    /// <summary>As promised, on the clock of <see cref="EffectiveZone"/>: "2020-12-01T00:00:00".</summary>
    public required string EffectiveLocal { get; init; }

    /// <summary>TZDB name.</summary>
    public required string EffectiveZone { get; init; }

    public required string DocumentSha256 { get; init; }

    /// <summary>JSON, as in the database; <see cref="Paths"/> reads it.</summary>
    public required string ContractPaths { get; init; }

    public required Instant PublishedAt { get; init; }

    /// <summary>Login.</summary>
    public required string PublishedBy { get; init; }

    public IReadOnlyList<PathInTerms> Paths => PathInTerms.ListFrom(ContractPaths);
}
