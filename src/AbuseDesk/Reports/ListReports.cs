using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Reports;

/// <summary>The reports, newest first.</summary>
public sealed class ListReports(DeskDatabase database)
{
    /// <param name="caseRef">Only reports on items of this case.</param>
    /// <param name="itemNumber">Only reports on this item of it.</param>
    /// <param name="before">The id of the last report of the page before; null for the first page.</param>
    /// <param name="limit">Reports of a page.</param>
    public Task<IReadOnlyList<ReportRow>> RunAsync(string? caseRef = null, int? itemNumber = null, long? before = null, int limit = 50) =>
        database.ReadAsync<IReadOnlyList<ReportRow>>(async connection => (await connection.QueryAsync<ReportRow>(
            $"""
            {ReportRow.Select}
            where 1 = 1
              {(caseRef is null ? "" : "and k.ref = @caseRef")}
              {(itemNumber is null ? "" : "and i.number = @itemNumber")}
              {(before is null ? "" : "and r.id < @before")}
            order by r.id desc limit @limit
            """,
            new { caseRef = caseRef?.Trim().ToUpperInvariant(), itemNumber, before, limit })).AsList());
}
