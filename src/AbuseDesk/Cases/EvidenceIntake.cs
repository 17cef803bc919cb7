using AbuseDesk.Database;
using AbuseDesk.Evidence;

namespace AbuseDesk.Cases;

/// <summary>Bytes that are in the store and wait for their rows.</summary>
public sealed record TakenEvidence(StoredEvidence Stored, CaptureFacts Facts)
{
    public string Sha256 => Stored.Sha256;

    /// <returns>The id of the capture.</returns>
    public Task<long> AddCaptureAsync(DeskTransaction tx, Actor actor) => EvidenceRecords.AddAsync(tx, actor, Stored, Facts);
}

/// <summary>Takes the files of an act into the store, before its transaction.</summary>
public sealed class EvidenceIntake(StoreEvidence store)
{
    /// <summary>All screenshots are looked at before any is kept, so that a bad one among them leaves nothing behind.</summary>
    /// <exception cref="DeskException">One is no image, or cannot be stored.</exception>
    public async Task<IReadOnlyList<TakenEvidence>> TakeAsync(IReadOnlyList<NewScreenshot> screenshots, string? sourceUrl)
    {
        if (screenshots.Count > 1)
            foreach (var screenshot in screenshots) ImageInspection.Inspect(screenshot.Bytes, screenshot.FileName);
        var taken = new List<TakenEvidence>(screenshots.Count);
        foreach (var screenshot in screenshots)
        {
            taken.Add(await TakeAsync(screenshot.Bytes, new CaptureFacts
            {
                Purpose = EvidencePurpose.Screenshot,
                FileName = screenshot.FileName,
                SourceUrl = sourceUrl,
                CapturedAt = screenshot.CapturedAt,
                CapturedBy = screenshot.CapturedBy,
                Method = screenshot.Method,
            }));
        }

        return taken;
    }

    /// <exception cref="DeskException">The file is empty or too large, or cannot be stored.</exception>
    public async Task<TakenEvidence> TakeAsync(byte[] bytes, CaptureFacts facts) =>
        new(await store.RunAsync(bytes, facts.FileName, facts.Purpose), facts);
}
