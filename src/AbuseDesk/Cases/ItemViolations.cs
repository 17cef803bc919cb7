using AbuseDesk.Database;
using AbuseDesk.Terms;
using Dapper;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>A violation of an item; reversed ones stay on record.</summary>
public sealed record ItemViolation
{
    public required string Clause { get; init; }

    public required string ClauseHeading { get; init; }

    public required string TermsVersion { get; init; }

    /// <summary>A word of <see cref="Cases.Severity"/>.</summary>
    public required string Severity { get; init; }

    public required Instant DecidedAt { get; init; }

    /// <summary>Login, as in <see cref="ReversedBy"/>.</summary>
    public required string DecidedBy { get; init; }

    public Instant? ReversedAt { get; init; }

    public string? ReversedBy { get; init; }

    public string? ReverseReason { get; init; }
}

/// <summary>What was decided about an item, and what can be.</summary>
public sealed class ItemViolations(DeskDatabase database, ConductTopics topics)
{
    /// <summary>Those that count first, then the reversed ones.</summary>
    public Task<IReadOnlyList<ItemViolation>> ListAsync(long itemId) => database.ReadAsync<IReadOnlyList<ItemViolation>>(
        async connection => (await connection.QueryAsync<ItemViolation>(
            """
            select c.number as clause, c.heading as clause_heading, t.version as terms_version, v.severity, v.decided_at, v.decided_by,
              v.reversed_at, v.reversed_by, v.reverse_reason
            from violations v join clauses c on c.id = v.clause_id join terms_versions t on t.id = c.terms_version_id
            where v.item_id = @itemId
            order by (v.reversed_at is not null), v.id
            """,
            new { itemId })).AsList());

    /// <summary>The clauses about conduct that were in force when the item was first seen.</summary>
    public async Task<IReadOnlyList<Clause>> ClausesAsync(Instant seen) =>
        topics.Among(await database.ReadAsync(connection => ClausesInForce.SearchAsync(connection, seen, "")));
}
