using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Cases;

/// <summary>Where a picture is a screenshot, and whether it is one to blur.</summary>
/// <param name="Cases">References of the cases whose items it shows.</param>
/// <param name="Grave">One of the items was ever found to break a clause with severity high or critical.</param>
/// <param name="NeverShown">
/// It belongs to an item that was ever found to sexually abuse minors, or is the original of a report that names one: to hand it to
/// anybody would be a crime. A reversal does not open it, or a reversal would be the way to look.
/// </param>
public sealed record ScreenshotUse(IReadOnlyList<string> Cases, bool Grave, bool NeverShown);

/// <summary>Reads it.</summary>
public sealed class ScreenshotCases(DeskDatabase database)
{
    public Task<ScreenshotUse> FindAsync(string sha256) => database.ReadAsync(async connection =>
    {
        var rows = (await connection.QueryAsync<Row>(
            """
            select k.ref as case_ref, exists (select 1 from violations v where v.item_id = i.id and v.severity in ('high', 'critical')) as grave
            from captures t
            join (select item_id, capture_id from screenshots union select item_id, capture_id from redactions) s on s.capture_id = t.id
            join items i on i.id = s.item_id join cases k on k.id = i.case_id
            where t.sha256 = @sha256
            """,
            new { sha256 })).AsList();
        var never = await connection.ExecuteScalarAsync<long>(
            """
            select count(*) from violations v join clauses c on c.id = v.clause_id
            where c.topic = @NeverShown and v.item_id in (
              select s.item_id from captures t join screenshots s on s.capture_id = t.id where t.sha256 = @sha256
              union
              select x.item_id from captures t join redactions x on x.capture_id = t.id where t.sha256 = @sha256
              union
              select ri.item_id from reports r join report_items ri on ri.report_id = r.id where r.original_sha256 = @sha256)
            """,
            new { sha256, ConductTopics.NeverShown });
        return new ScreenshotUse([.. rows.Select(row => row.CaseRef).Distinct()], rows.Any(row => row.Grave), never > 0);
    });

    private sealed record Row
    {
        public required string CaseRef { get; init; }

        public required bool Grave { get; init; }
    }
}
