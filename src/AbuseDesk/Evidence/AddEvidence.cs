using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Evidence;

/// <summary>Evidence as it was added, with the id of this capture.</summary>
public sealed record AddedEvidence(StoredEvidence Stored, long CaptureId);

/// <summary>Adds a file as evidence on its own, before it belongs to a case.</summary>
public sealed class AddEvidence(DeskDatabase database, StoreEvidence store)
{
    /// <exception cref="DeskException">The actor may not, or the file cannot be evidence.</exception>
    public async Task<AddedEvidence> RunAsync(Actor actor, byte[] bytes, CaptureFacts facts, CancellationToken cancel = default)
    {
        actor.Demand("add evidence", Role.Agent, Role.Lead, Role.Legal, Role.Admin);
        var stored = await store.RunAsync(bytes, facts.FileName, facts.Purpose, cancel);
        return await database.WriteAsync(async tx =>
        {
            var capture = await EvidenceRecords.AddAsync(tx, actor, stored, facts);
            await JournalWriter.AppendAsync(
                tx,
                JournalWriter.Desk,
                actor,
                "evidence-added",
                $"added evidence {stored.Sha256}",
                new { stored.Sha256, stored.Size, stored.MediaType, capture, purpose = Words.Of(facts.Purpose), facts.FileName });
            return new AddedEvidence(stored, capture);
        }, cancel);
    }
}
