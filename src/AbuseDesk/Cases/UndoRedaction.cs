using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Journal;

namespace AbuseDesk.Cases;

/// <summary>Brings an original back into notices drafted from now on; the redaction stays on record, undone, with the reason.</summary>
public sealed class UndoRedaction(DeskDatabase database)
{
    /// <param name="actor">Agent, lead or legal.</param>
    /// <param name="caseRef">The case of the item.</param>
    /// <param name="itemNumber">Its number in the case.</param>
    /// <param name="originalSha256">Of the screenshot; null for the excerpt.</param>
    /// <param name="reason">Why; must not be empty.</param>
    /// <exception cref="DeskException">No such open case or item, nothing is redacted, or no reason.</exception>
    public Task RunAsync(Actor actor, string caseRef, int itemNumber, string? originalSha256, string? reason)
    {
        actor.Demand("undo a redaction", Role.Agent, Role.Lead, Role.Legal);
        var why = ItemRedactions.ReasonOf(reason, "undoing the redaction");
        var hash = originalSha256 is null ? null : Sha256.Parse(originalSha256);
        return database.WriteAsync(async tx =>
        {
            var head = await CaseHead.TakeOpenAsync(tx, caseRef);
            var item = await CaseItem.FindAsync(tx, head, itemNumber);
            var undone = await tx.ExecuteAsync(
                $"""
                update redactions set undone_at = @Now, undone_by = @Login, undo_reason = @why
                where item_id = @Id and undone_at is null and {(hash is null ? "excerpt is not null" : "original_sha256 = @hash")}
                """,
                new { item.Id, tx.Now, actor.Login, why, hash });
            var what = hash is null ? "excerpt" : "screenshot";
            if (undone == 0) throw new DeskException($"That {what} of item {itemNumber} of {head.Ref} is not redacted; look at the item.");
            await JournalWriter.AppendAsync(
                tx, head.Ref, actor, "redaction-undone", $"undid the redaction of the {what} of item {item.Number}: {why}",
                new { item = item.Number, original = hash, reason = why });
        });
    }
}
