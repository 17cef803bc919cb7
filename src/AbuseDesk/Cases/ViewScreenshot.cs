using AbuseDesk.Database;
using AbuseDesk.Journal;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>
/// Records that somebody looks at the clear picture of a screenshot: who, which, when. Once per person, picture and hour, so that
/// the journal can still be read.
/// </summary>
public sealed class ViewScreenshot(DeskDatabase database)
{
    private static readonly Duration Once = Duration.FromHours(1);

    /// <param name="actor">Who looks; anybody of the desk may.</param>
    /// <param name="sha256">Of the picture.</param>
    /// <param name="cancel">Stops before it is written.</param>
    public async Task RunAsync(Actor actor, string sha256, CancellationToken cancel = default)
    {
        var since = database.Now - Once;
        if (await database.SnapshotAsync(tx => tx.FindAsync<Instant?>(
                "select viewed_at from evidence_views where sha256 = @sha256 and login = @Login and viewed_at > @since", new { sha256, actor.Login, since }), cancel) is not null)
            return;
        await database.WriteAsync(async tx =>
        {
            // two requests at once write one entry
            var first = await tx.FindAsync<string>(
                """
                insert into evidence_views (sha256, login, viewed_at) values (@sha256, @Login, @Now)
                on conflict (sha256, login) do update set viewed_at = excluded.viewed_at where evidence_views.viewed_at <= @since
                returning login
                """,
                new { sha256, actor.Login, tx.Now, since });
            if (first is null) return;
            var shown = (await tx.QueryAsync<(string CaseRef, int Number)>(
                """
                select distinct k.ref, i.number
                from captures t join screenshots s on s.capture_id = t.id join items i on i.id = s.item_id join cases k on k.id = i.case_id
                where t.sha256 = @sha256 order by k.ref, i.number
                """,
                new { sha256 })).ToLookup(row => row.CaseRef, row => row.Number);
            foreach (var items in shown)
                await AppendAsync(tx, items.Key, $"looked at a screenshot of item {string.Join(", ", items)}");
            if (shown.Count == 0) await AppendAsync(tx, JournalWriter.Desk, $"looked at the screenshot {sha256[..8]}…");
        }, cancel);

        Task AppendAsync(DeskTransaction tx, string chain, string summary) =>
            JournalWriter.AppendAsync(tx, chain, actor, "screenshot-viewed", summary, new { sha256 });
    }
}
