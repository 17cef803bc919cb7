using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>A journal entry of a case, for people.</summary>
public sealed record TimelineEntry
{
    /// <summary>Its number in the journal of the case.</summary>
    public required long Number { get; init; }

    public required Instant At { get; init; }

    /// <summary>A login, or the name of a worker.</summary>
    public required string Actor { get; init; }

    public required string ActorName { get; init; }

    /// <summary>One hyphenated word.</summary>
    public required string Act { get; init; }

    public required string Summary { get; init; }

    /// <summary>JSON.</summary>
    public required string Details { get; init; }

    public required string Hash { get; init; }
}

/// <summary>What happened on a case, newest first.</summary>
public sealed class CaseTimeline(DeskDatabase database)
{
    /// <param name="caseRef">Its reference; an unknown one has no entries.</param>
    /// <param name="before">The number of the last entry of the page before; null for the first page.</param>
    /// <param name="limit">Entries of a page.</param>
    public Task<IReadOnlyList<TimelineEntry>> ListAsync(string caseRef, long? before = null, int limit = 50) =>
        database.ReadAsync<IReadOnlyList<TimelineEntry>>(async connection => (await connection.QueryAsync<TimelineEntry>(
            $"""
            select j.number, j.at, j.actor, coalesce(s.name, j.actor) as actor_name, j.act, j.summary, j.details, j.hash
            from journal j left join staff s on s.login = j.actor
            where j.chain = @caseRef {(before is null ? "" : "and j.number < @before")}
            order by j.number desc limit @limit
            """,
            new { caseRef = caseRef.Trim().ToUpperInvariant(), before, limit })).AsList());
}
