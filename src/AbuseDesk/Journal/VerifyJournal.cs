using AbuseDesk.Database;

namespace AbuseDesk.Journal;

/// <summary>What a verification found; <see cref="Broken"/> names the first entry that does not hold, in words.</summary>
public sealed record JournalVerdict(long Entries, int Chains, string? Broken)
{
    public bool Intact => Broken is null;
}

/// <summary>
/// Reads every chain from its start and recomputes each hash; all of it from one snapshot, so that what is being written meanwhile
/// is neither seen nor missed.
/// </summary>
public sealed class VerifyJournal(DeskDatabase database)
{
    private const int AtOnce = 1000;

    public Task<JournalVerdict> RunAsync(CancellationToken cancel = default) => database.SnapshotAsync(async tx =>
    {
        var heads = (await tx.QueryAsync<Head>("select chain, last_number, last_hash from journal_chains order by chain")).ToList();
        var (entries, broken) = (0L, await LostChainAsync(tx));
        foreach (var head in heads)
        {
            var (read, fault) = await ReadAsync(tx, head, cancel);
            entries += read;
            broken ??= fault;
        }

        return new JournalVerdict(entries, heads.Count, broken);
    }, cancel);

    private static async Task<(long Entries, string? Fault)> ReadAsync(DeskTransaction tx, Head head, CancellationToken cancel)
    {
        var (entries, number, hash, fault) = (0L, 0L, "", (string?)null);
        List<JournalEntry> page;
        do
        {
            cancel.ThrowIfCancellationRequested();
            page = [.. await tx.QueryAsync<JournalEntry>(
                "select * from journal where chain = @Chain and number > @number order by number limit @AtOnce", new { head.Chain, number, AtOnce })];
            foreach (var entry in page)
            {
                fault ??= Fault(entry, number + 1, hash);
                (number, hash) = (entry.Number, entry.Hash);
            }

            entries += page.Count;
        }
        while (page.Count == AtOnce);

        if (fault is null && (number != head.LastNumber || hash != head.LastHash))
            fault = $"{head.Chain} should end with entry {head.LastNumber}, and its last entry is {number}: entries are missing at its end.";
        return (entries, fault);
    }

    /// <summary>A chain may be deleted whole, with or without its head; but each case has one, from the act that opened it.</summary>
    private static async Task<string?> LostChainAsync(DeskTransaction tx)
    {
        var headless = (await tx.QueryAsync<string>(
            "select distinct j.chain from journal j where not exists (select 1 from journal_chains c where c.chain = j.chain) order by j.chain limit 1")).FirstOrDefault();
        if (headless is not null)
            return $"{headless} has entries, and nothing says where its chain ends: the head of the chain is missing.";
        var lost = (await tx.QueryAsync<string>(
            "select k.ref from cases k where not exists (select 1 from journal_chains c where c.chain = k.ref and c.last_number > 0) order by k.id limit 1")).FirstOrDefault();
        return lost is null ? null : $"{lost} is a case without a chain: all of its entries are missing.";
    }

    private static string? Fault(JournalEntry entry, long expected, string previous)
    {
        var name = $"{entry.Chain} entry {entry.Number}";
        return entry.Number != expected ? $"{entry.Chain} entry {expected} is missing."
            : entry.PreviousHash != previous ? $"{name} does not continue the entry before it."
            : entry.Hash != entry.ComputeHash() ? $"{name} (\"{entry.Summary}\") was changed after it was written."
            : null;
    }

    private sealed record Head
    {
        public required string Chain { get; init; }

        public required long LastNumber { get; init; }

        public required string LastHash { get; init; }
    }
}
