using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Cases;

/// <summary>Takes back that an item breaks the terms; the violation stays on record, reversed, with the reason.</summary>
public sealed class ReverseViolation(DeskDatabase database)
{
    /// <param name="actor">Agent or lead.</param>
    /// <param name="caseRef">The case of the item.</param>
    /// <param name="itemNumber">Its number in the case.</param>
    /// <param name="reason">Why; must not be empty.</param>
    /// <param name="clauseNumber">Which violation of the item; null for all of them.</param>
    /// <exception cref="DeskException">No such open case or item, no live violation, or no reason.</exception>
    public Task RunAsync(Actor actor, string caseRef, int itemNumber, string reason, string? clauseNumber = null)
    {
        actor.Demand("reverse a violation", Role.Agent, Role.Lead);
        var why = reason.Trim();
        if (why.Length == 0) throw new DeskException("Give a reason for reversing the violation.");
        return database.WriteAsync(async tx =>
        {
            var head = await CaseHead.TakeOpenAsync(tx, caseRef);
            var item = await CaseItem.FindAsync(tx, head, itemNumber);
            var reversed = (await tx.QueryAsync<string>(
                """
                update violations set reversed_at = @Now, reversed_by = @Login, reverse_reason = @why
                where item_id = @Id and reversed_at is null
                  and (@clauseNumber is null or clause_id in (select id from clauses where number = @clauseNumber))
                returning (select number from clauses where clauses.id = violations.clause_id)
                """,
                new { item.Id, tx.Now, actor.Login, why, clauseNumber })).Order(StringComparer.Ordinal).ToList();
            if (reversed.Count == 0) throw new DeskException($"Item {itemNumber} of {head.Ref} has no violation that could be reversed.");
            await CaseFigures.RefreshAsync(tx, head.Id);
            await JournalWriter.AppendAsync(
                tx, head.Ref, actor, "violation-reversed",
                $"reversed item {itemNumber} under clause {string.Join(" and ", reversed)}: {why}",
                new { item = itemNumber, clauses = reversed, reason = why });
        });
    }
}
