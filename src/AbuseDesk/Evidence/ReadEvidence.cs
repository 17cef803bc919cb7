using AbuseDesk.Database;

namespace AbuseDesk.Evidence;

/// <summary>Evidence with its bytes, whose hash was recomputed.</summary>
public sealed record EvidenceFile(EvidenceRow Evidence, byte[] Bytes);

public sealed class ReadEvidence(DeskDatabase database, IEvidenceStore store)
{
    /// <exception cref="DeskException">Nothing is on record under the hash, or its bytes are missing or were changed.</exception>
    public async Task<EvidenceFile> RunAsync(string sha256, CancellationToken cancel = default)
    {
        var evidence = await database.ReadAsync(connection => EvidenceRecords.GetAsync(connection, sha256), cancel);
        return new EvidenceFile(evidence, await store.ReadAsync(evidence.Sha256, cancel));
    }
}
