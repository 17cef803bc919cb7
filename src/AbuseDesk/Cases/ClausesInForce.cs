using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>A clause of one version of the terms, without its text.</summary>
public sealed record KnownClause
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required string Heading { get; init; }

    /// <summary>The same subject in every version, whatever its number.</summary>
    public required string Topic { get; init; }

    public required string Version { get; init; }

    public required Instant EffectiveAt { get; init; }
}

/// <summary>Which clause bore a number when content was seen. Versions never change once published, so one reading serves a whole import.</summary>
public sealed class ClausesInForce
{
    private readonly List<(Instant From, string Version, Dictionary<string, KnownClause> ByNumber)> versions;

    private ClausesInForce(IEnumerable<KnownClause> clauses) => versions =
    [
        .. clauses.GroupBy(clause => (clause.EffectiveAt, clause.Version))
            .OrderByDescending(version => version.Key.EffectiveAt)
            .Select(version => (version.Key.EffectiveAt, version.Key.Version, version.ToDictionary(clause => clause.Number))),
    ];

    public static async Task<ClausesInForce> ReadAsync(DeskTransaction tx) => new(await tx.QueryAsync<KnownClause>(
        """
        select c.id, c.number, c.heading, c.topic, v.version, v.effective_at
        from clauses c join terms_versions v on v.id = c.terms_version_id
        """));

    /// <exception cref="DeskException">No terms were in force then, or they have no such clause.</exception>
    public KnownClause Get(string number, Instant at)
    {
        var clean = number.Trim();
        var version = versions.FirstOrDefault(version => version.From <= at);
        if (version.ByNumber is null)
            throw new DeskException(versions.Count == 0
                ? "No terms of service are published; publish them before anything is filed."
                : $"No terms of service were in force when the content was seen; the first took effect with version {versions[^1].Version}.");
        return version.ByNumber.GetValueOrDefault(clean)
            ?? throw new DeskException($"The terms of {version.Version}, in force when the content was seen, have no clause “{Shown.Briefly(clean)}”.");
    }
}
