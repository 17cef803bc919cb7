using AbuseDesk.Database;
using AbuseDesk.Terms;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>Clauses in force when content was seen. A published version never changes, so one reading serves a whole import.</summary>
public sealed class ClauseCache(ConductTopics topics)
{
    private readonly List<Clause> known = [];

    /// <exception cref="DeskException">No such clause was in force then, or it is not about conduct.</exception>
    public async Task<Clause> GetAsync(DeskTransaction tx, string number, Instant at)
    {
        if (known.Find(clause => clause.Number == number && IsInForce(clause, at)) is { } hit) return hit;
        var read = await ClausesInForce.GetClauseAsync(tx.Connection, number, at);
        topics.Demand(read);
        if (!known.Contains(read)) known.Add(read);
        return read;
    }

    private static bool IsInForce(Clause clause, Instant at) =>
        clause.EffectiveAt <= at && (clause.InForceUntil is null || at < clause.InForceUntil);
}
