using AbuseDesk.Database;
using AbuseDesk.Journal;
using AbuseDesk.Terms;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>Decides that an item breaks a clause of the terms in force when it was seen.</summary>
public sealed class UpholdViolation(DeskDatabase database, ConductTopics topics)
{
    /// <param name="actor">Agent or lead.</param>
    /// <param name="caseRef">The case of the item.</param>
    /// <param name="itemNumber">Its number in the case.</param>
    /// <param name="clauseNumber">As "7.4", of the version in force when the item was first seen.</param>
    /// <param name="severity">A higher one than that of a live violation of the same topic raises it; a lower one changes nothing.</param>
    /// <exception cref="DeskException">No such open case, item or clause, or the clause is not about conduct.</exception>
    public Task<Upheld> RunAsync(Actor actor, string caseRef, int itemNumber, string clauseNumber, Severity severity)
    {
        actor.Demand("uphold a violation", Role.Agent, Role.Lead);
        return database.WriteAsync(async tx =>
        {
            var head = await CaseHead.TakeOpenAsync(tx, caseRef);
            var item = await CaseItem.FindAsync(tx, head, itemNumber);
            var clause = await ClausesInForce.GetClauseAsync(tx.Connection, clauseNumber, item.FirstSeenAt);
            topics.Demand(clause);
            var violating = new ViolatingItem(item.Id, head.Id, head.CustomerId, item.FirstSeenAt);
            var upheld = await Violations.UpholdAsync(tx, actor, violating, clause, severity);
            if (upheld == Upheld.Unchanged) return upheld;
            await CaseFigures.RefreshAsync(tx, head.Id);
            var verb = upheld == Upheld.Anew ? "upheld" : "raised";
            await JournalWriter.AppendAsync(
                tx, head.Ref, actor, $"violation-{verb}",
                $"{verb} item {itemNumber} under clause {clause.Number} as {Words.Of(severity)}",
                new { item = itemNumber, clause = clause.Number, terms = clause.Version, severity = Words.Of(severity) });
            return upheld;
        });
    }
}

/// <summary>An item as an act finds it.</summary>
internal sealed record CaseItem
{
    public required long Id { get; init; }

    public required int Number { get; init; }

    public required string Url { get; init; }

    public required Instant FirstSeenAt { get; init; }

    /// <exception cref="DeskException">The case has no such item.</exception>
    public static async Task<CaseItem> FindAsync(DeskTransaction tx, CaseHead head, int number) =>
        await tx.FindAsync<CaseItem>(
            "select id, number, url, first_seen_at from items where case_id = @Id and number = @number", new { head.Id, number })
        ?? throw new DeskException($"{head.Ref} has no item {number}; look at the list of its items.");
}
