using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Cases;

/// <summary>Ends deadlines in the transaction of an act; what was not yet reminded of is not reminded of any more.</summary>
internal static class EndedDeadlines
{
    /// <param name="tx">The transaction of the act.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="ids">The deadlines; those that have ended before are left as they are.</param>
    /// <param name="status">"met", "missed", "waived" or "withdrawn".</param>
    /// <param name="why">Ends the journal's sentence; may be empty.</param>
    /// <returns>How many were open or paused.</returns>
    public static async Task<int> EndAsync(DeskTransaction tx, Actor actor, long caseId, long[] ids, string status, string why = "")
    {
        var ended = (await tx.QueryAsync<(string Ref, string ToDo)>(
            $"""
            update deadlines set status = @status, ended_at = @Now, version = version + 1
            where status in ('open', 'paused') and id {tx.Dialect.InList("@ids")} returning ref, to_do
            """,
            new { status, tx.Now, ids })).ToList();
        if (ended.Count == 0) return 0;
        await tx.ExecuteAsync(
            $"update reminders set status = 'skipped', done_at = @Now where status = 'planned' and deadline_id {tx.Dialect.InList("@ids")}",
            new { tx.Now, ids });
        await tx.ExecuteAsync(
            $"update deadline_pauses set resumed_at = @Now, resumed_by = @Login where resumed_at is null and deadline_id {tx.Dialect.InList("@ids")}", new { tx.Now, actor.Login, ids });
        await tx.ExecuteAsync($"update deadline_extensions set status = 'lapsed' where status = 'asked' and deadline_id {tx.Dialect.InList("@ids")}", new { ids });
        var chain = await DeadlineTurn.ChainAsync(tx, caseId);
        foreach (var (deadline, toDo) in ended.OrderBy(row => row.Ref, StringComparer.Ordinal))
        {
            var summary = $"{Verb(status)} {deadline}: {toDo}{(why.Length == 0 ? "" : $" ({why})")}";
            await JournalWriter.AppendAsync(tx, chain, actor, $"deadline-{status}", summary, new { deadline, why });
        }

        return ended.Count;
    }

    private static string Verb(string status) => status switch
    {
        "met" => "met",
        "missed" => "recorded as missed",
        "waived" => "waived",
        _ => "withdrew",
    };
}
