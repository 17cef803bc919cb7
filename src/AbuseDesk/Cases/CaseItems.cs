using System.Data.Common;
using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Cases;

/// <summary>The items of a case, newest first.</summary>
public sealed class CaseItems(DeskDatabase database)
{
    private const int Looks = 6;

    private const string Gravest =
        $"""
        (select id from violations where item_id = i.id and reversed_at is null order by {CaseFigures.RankOfSeverity} desc, id limit 1)
        """;

    /// <param name="caseId">The id of the case.</param>
    /// <param name="state">Only items in this state.</param>
    /// <param name="severity">Only items whose gravest violation is this severe.</param>
    /// <param name="before">The number of the last item of the page before; null for the first page.</param>
    /// <param name="limit">Items of a page.</param>
    public Task<IReadOnlyList<ItemRow>> ListAsync(
        long caseId, ItemState? state = null, Severity? severity = null, int? before = null, int limit = 50) =>
        ReadAsync(
            (state is null ? "" : " and i.state = @state")
            + (severity is null ? "" : " and v.severity = @severity")
            + (before is null ? "" : " and i.number < @before"),
            new
            {
                caseId,
                state = state is { } known ? Words.Of(known) : null,
                severity = severity is { } grave ? Words.Of(grave) : null,
                before,
                limit,
            });

    /// <summary>One item by its number; null if the case has none such.</summary>
    public async Task<ItemRow?> FindAsync(long caseId, int number) =>
        (await ReadAsync(" and i.number = @number", new { caseId, number, limit = 1 })).SingleOrDefault();

    public Task<ItemCounts> CountAsync(long caseId) => database.ReadAsync(connection => connection.QuerySingleAsync<ItemCounts>(
        """
        select count(*) as "all",
          count(*) filter (where state = 'still-up') as still_up,
          count(*) filter (where state = 'removed') as removed,
          count(*) filter (where state = 'unreachable') as unreachable,
          count(*) filter (where state = 'unchecked') as unchecked,
          (select count(distinct item_id) from violations
            where case_id = @caseId and reversed_at is null and severity = 'critical') as critical
        from items where case_id = @caseId
        """,
        new { caseId }));

    /// <summary>Items by the clause that they broke, most first.</summary>
    public Task<IReadOnlyList<ClauseCount>> CountByClauseAsync(long caseId) =>
        database.ReadAsync<IReadOnlyList<ClauseCount>>(async connection => (await connection.QueryAsync<ClauseCount>(
            """
            select c.number as clause, c.heading, t.version as terms_version, count(distinct v.item_id) as items
            from violations v join clauses c on c.id = v.clause_id join terms_versions t on t.id = c.terms_version_id
            where v.case_id = @caseId and v.reversed_at is null
            group by c.number, c.heading, t.version
            order by items desc, t.version, c.number
            """,
            new { caseId })).AsList());

    private Task<IReadOnlyList<ItemRow>> ReadAsync(string conditions, object parameters) =>
        database.ReadAsync<IReadOnlyList<ItemRow>>(async connection =>
        {
            var items = (await connection.QueryAsync<ItemRow>(
                $"""
                select i.id, i.number, i.url, i.display, i.host, i.excerpt, i.first_seen_at, i.state, i.state_at, i.removed_at,
                  v.severity, c.number as clause, c.heading as clause_heading, t.version as terms_version,
                  (select min(f.batch) from forwarding_items fi join forwardings f on f.id = fi.forwarding_id where fi.item_id = i.id) as batch,
                  (select count(*) from report_items r where r.item_id = i.id) as reports_count,
                  (select count(*) from screenshots s where s.item_id = i.id) as screenshots_count,
                  (select p.sha256 from screenshots s join captures p on p.id = s.capture_id
                    where s.item_id = i.id order by s.ordinal, s.capture_id limit 1) as first_screenshot
                from items i
                left join violations v on v.id = {Gravest}
                left join clauses c on c.id = v.clause_id
                left join terms_versions t on t.id = c.terms_version_id
                where i.case_id = @caseId {conditions}
                order by i.number desc limit @limit
                """,
                parameters)).AsList();
            var looks = await LooksAsync(connection, [.. items.Select(item => item.Id)]);
            return [.. items.Select(item => item with { Checks = [.. looks[item.Id]] })];
        });

    private async Task<ILookup<long, string>> LooksAsync(DbConnection connection, long[] ids)
    {
        var looks = await connection.QueryAsync<Look>(
            $"""
            select item_id, outcome from (
              select item_id, outcome, checked_at, id, row_number() over (partition by item_id order by checked_at desc, id desc) as nth
              from checks where item_id {database.Dialect.InList("@ids")}) looks
            where nth <= @Looks order by item_id, checked_at, id
            """,
            new { ids, Looks });
        return looks.ToLookup(look => look.ItemId, look => look.Outcome);
    }

    private sealed record Look
    {
        public required long ItemId { get; init; }

        public required string Outcome { get; init; }
    }
}
