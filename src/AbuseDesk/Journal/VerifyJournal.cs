using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Journal;

/// <summary>What a verification found; <see cref="Broken"/> names the first entry that does not hold, in words.</summary>
public sealed record JournalVerdict(long Entries, int Chains, string? Broken)
{
    public bool Intact => Broken is null;
}

/// <summary>Reads every chain from its start and recomputes each hash.</summary>
public sealed class VerifyJournal(DeskDatabase database)
{
    public async Task<JournalVerdict> RunAsync(CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var heads = (await connection.QueryAsync<(string Chain, long LastNumber, string LastHash)>(
            "select chain, last_number, last_hash from journal_chains order by chain")).AsList();
        long entries = 0;
        string? broken = null;
        foreach (var head in heads)
        {
            var (number, hash) = (0L, "");
            var rows = connection.QueryUnbufferedAsync<JournalEntry>(
                "select * from journal where chain = @Chain order by number", new { head.Chain });
            await foreach (var entry in rows.WithCancellation(cancel))
            {
                entries++;
                broken ??= Fault(entry, number + 1, hash);
                (number, hash) = (entry.Number, entry.Hash);
            }

            if (broken is null && (number != head.LastNumber || hash != head.LastHash))
            {
                broken = $"{head.Chain} should end with entry {head.LastNumber}, and its last entry is {number}: entries are missing at its end.";
            }
        }

        return new JournalVerdict(entries, heads.Count, broken);
    }

    private static string? Fault(JournalEntry entry, long expected, string previous)
    {
        var name = $"{entry.Chain} entry {entry.Number}";
        return entry.Number != expected ? $"{entry.Chain} entry {expected} is missing."
            : entry.PreviousHash != previous ? $"{name} does not continue the entry before it."
            : entry.Hash != entry.ComputeHash() ? $"{name} (\"{entry.Summary}\") was changed after it was written."
            : null;
    }
}
