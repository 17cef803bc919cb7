using AbuseDesk.Database;

namespace AbuseDesk.Evidence;

/// <summary>What is on record about one piece of evidence; the captures oldest first.</summary>
public sealed record EvidenceShown(EvidenceRow Evidence, IReadOnlyList<Capture> Captures);

public sealed class ShowEvidence(DeskDatabase database)
{
    /// <exception cref="DeskException">Not a SHA-256, or nothing is on record under it.</exception>
    public Task<EvidenceShown> RunAsync(string sha256, CancellationToken cancel = default) =>
        database.ReadAsync(async connection =>
        {
            var evidence = await EvidenceRecords.GetAsync(connection, sha256);
            return new EvidenceShown(evidence, await EvidenceRecords.CapturesAsync(connection, evidence.Sha256));
        }, cancel);
}
