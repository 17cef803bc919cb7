using AbuseDesk.Database;

namespace AbuseDesk.Evidence;

/// <summary>A piece of evidence that does not hold, with the reason as one sentence.</summary>
public sealed record BrokenEvidence(string Sha256, string Reason);

/// <summary>What a verification found.</summary>
/// <param name="Files">Pieces of evidence on record.</param>
/// <param name="Bytes">Of those that hold.</param>
/// <param name="Broken">In the order of their hashes.</param>
public sealed record EvidenceVerdict(long Files, long Bytes, IReadOnlyList<BrokenEvidence> Broken)
{
    public bool Intact => Broken.Count == 0;
}

/// <summary>Reads the bytes of all evidence on record and recomputes each hash.</summary>
public sealed class VerifyEvidence(DeskDatabase database, IEvidenceStore store)
{
    private const int PageSize = 500;

    /// <param name="progress">Told how many files are done, after each page.</param>
    /// <param name="cancel">Stops between two files.</param>
    public async Task<EvidenceVerdict> RunAsync(IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var (files, bytes, last) = (0L, 0L, "");
        var broken = new List<BrokenEvidence>();
        while (true)
        {
            // a connection for each page: reading terabytes must not hold one open
            var after = last;
            var page = await database.ReadAsync(connection => EvidenceRecords.PageAsync(connection, after, PageSize), cancel);
            if (page.Count == 0) return new EvidenceVerdict(files, bytes, broken);
            foreach (var row in page)
            {
                var fault = await FaultAsync(row.Sha256, cancel);
                if (fault is null) bytes += row.Size;
                else broken.Add(new BrokenEvidence(row.Sha256, fault));
            }

            files += page.Count;
            last = page[^1].Sha256;
            progress?.Report(files);
        }
    }

    private async Task<string?> FaultAsync(string sha256, CancellationToken cancel)
    {
        try
        {
            await using var whole = await store.OpenAsync(sha256, cancel);
            return null;
        }
        catch (DeskException fault)
        {
            return fault.Message;
        }
    }
}
