using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Journal;

namespace AbuseDesk.Cases;

/// <summary>A redacted picture as it was kept.</summary>
/// <param name="Sha256">Of the picture that notices print from now on.</param>
/// <param name="OriginalSha256">Of the sealed original.</param>
/// <param name="CoversAll">Nothing of the original is left to see.</param>
public sealed record RedactedScreenshot(string Sha256, string OriginalSha256, bool CoversAll);

/// <summary>
/// Blacks out parts of an item's screenshot in a picture of its own, which notices drafted from now on print. The original stays
/// sealed as it is.
/// </summary>
public sealed class RedactScreenshot(DeskDatabase database, IEvidenceStore store, StoreEvidence keep)
{
    /// <param name="actor">Agent, lead or legal.</param>
    /// <param name="caseRef">The case of the item.</param>
    /// <param name="itemNumber">Its number in the case.</param>
    /// <param name="sha256">Of the original.</param>
    /// <param name="boxes">What is blacked out; they replace those of an earlier redaction.</param>
    /// <param name="reason">Why; must not be empty. It is never printed.</param>
    /// <exception cref="DeskException">No such open case, item or screenshot; its bytes are gone; a box is none; no reason.</exception>
    public async Task<RedactedScreenshot> RunAsync(
        Actor actor, string caseRef, int itemNumber, string sha256, IReadOnlyList<RedactionBox> boxes, string? reason)
    {
        actor.Demand("redact a screenshot", Role.Agent, Role.Lead, Role.Legal);
        var why = ItemRedactions.ReasonOf(reason, "redacting the screenshot");
        // a look first: drawing takes a while, and nobody is to wait for it
        var original = await database.WriteAsync(async tx => (await FindAsync(tx, caseRef, itemNumber, sha256)).Original);
        var (width, height) = (original.Width!.Value, original.Height!.Value);
        RedactionBox.Demand(boxes, width, height);
        var bytes = RedactedPicture.Of(await store.ReadAsync(original.Sha256), boxes);
        var stored = await keep.RunAsync(bytes, fileName: null, EvidencePurpose.Screenshot);
        var all = RedactionBox.CoverAll(boxes, width, height);
        await database.WriteAsync(async tx =>
        {
            var (head, item, _) = await FindAsync(tx, caseRef, itemNumber, original.Sha256);
            var said = all ? "black boxes over all of it" : Counted.Of(boxes.Count, "black box", "black boxes");
            var capture = await EvidenceRecords.AddAsync(tx, actor, stored, new CaptureFacts
            {
                Purpose = EvidencePurpose.Screenshot,
                SourceUrl = item.Url,
                CapturedAt = tx.Now,
                CapturedBy = actor.Login,
                Method = $"redacted with {said}; the original is kept under SHA-256 {original.Sha256}",
            });
            await ItemRedactions.AddAsync(tx, actor, new NewRedaction(item.Id, why)
            {
                OriginalSha256 = original.Sha256,
                CaptureId = capture,
                Boxes = string.Join(' ', boxes),
            });
            await JournalWriter.AppendAsync(
                tx, head.Ref, actor, "screenshot-redacted", $"redacted a screenshot of item {item.Number} with {said}: {why}",
                new { item = item.Number, original = original.Sha256, stored.Sha256, boxes = boxes.Select(box => box.ToString()), coversAll = all, reason = why });
        });
        return new RedactedScreenshot(stored.Sha256, original.Sha256, all);
    }

    private static async Task<(CaseHead Head, CaseItem Item, EvidenceRow Original)> FindAsync(
        DeskTransaction tx, string caseRef, int itemNumber, string sha256)
    {
        var hash = Sha256.Parse(sha256);
        var head = await CaseHead.TakeOpenAsync(tx, caseRef);
        var item = await CaseItem.FindAsync(tx, head, itemNumber);
        var original = await tx.FindAsync<EvidenceRow>(
            """
            select sha256, size, media_type, width, height, stored_at from evidence
            where sha256 = @hash and width is not null
              and exists (select 1 from screenshots s join captures t on t.id = s.capture_id where s.item_id = @Id and t.sha256 = @hash)
            """,
            new { hash, item.Id });
        return (head, item, original ?? throw new DeskException($"Item {itemNumber} of {head.Ref} has no screenshot {hash}; look at its evidence."));
    }
}
