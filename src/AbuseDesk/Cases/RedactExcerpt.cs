using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Cases;

/// <summary>Keeps a redacted wording beside an item's excerpt, which notices drafted from now on quote. The original stays.</summary>
public sealed class RedactExcerpt(DeskDatabase database)
{
    /// <param name="actor">Agent, lead or legal.</param>
    /// <param name="caseRef">The case of the item.</param>
    /// <param name="itemNumber">Its number in the case.</param>
    /// <param name="excerpt">The excerpt with "[…]" in place of what nobody is to read.</param>
    /// <param name="reason">Why; must not be empty. It is never printed.</param>
    /// <returns>The wording that is quoted.</returns>
    /// <exception cref="DeskException">No such open case or item, no excerpt, other words than the original's, or no reason.</exception>
    public Task<string> RunAsync(Actor actor, string caseRef, int itemNumber, string? excerpt, string? reason)
    {
        actor.Demand("redact an excerpt", Role.Agent, Role.Lead, Role.Legal);
        var why = ItemRedactions.ReasonOf(reason, "redacting the excerpt");
        return database.WriteAsync(async tx =>
        {
            var head = await CaseHead.TakeOpenAsync(tx, caseRef);
            var item = await CaseItem.FindAsync(tx, head, itemNumber);
            var wording = RedactedWording.Of(await tx.GetAsync<string>("select excerpt from items where id = @Id", new { item.Id }), excerpt);
            await ItemRedactions.AddAsync(tx, actor, new NewRedaction(item.Id, why) { Excerpt = wording });
            await JournalWriter.AppendAsync(
                tx, head.Ref, actor, "excerpt-redacted", $"redacted the excerpt of item {item.Number}: {why}",
                new { item = item.Number, excerpt = wording, reason = why });
            return wording;
        });
    }
}
