using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Cases;

/// <summary>Where a picture is a screenshot, and whether it is one to blur.</summary>
/// <param name="Cases">References of the cases whose items it shows.</param>
/// <param name="Grave">One of the items was ever found to break a clause with severity high or critical.</param>
public sealed record ScreenshotUse(IReadOnlyList<string> Cases, bool Grave);

/// <summary>Reads it.</summary>
public sealed class ScreenshotCases(DeskDatabase database)
{
    public Task<ScreenshotUse> FindAsync(string sha256) => database.ReadAsync(async connection =>
    {
        var rows = (await connection.QueryAsync<Row>(
            """
            select k.ref as case_ref, exists (select 1 from violations v where v.item_id = i.id and v.severity in ('high', 'critical')) as grave
            from captures t join screenshots s on s.capture_id = t.id join items i on i.id = s.item_id join cases k on k.id = i.case_id
            where t.sha256 = @sha256
            """,
            new { sha256 })).AsList();
        return new ScreenshotUse([.. rows.Select(row => row.CaseRef).Distinct()], rows.Any(row => row.Grave));
    });

    private sealed record Row
    {
        public required string CaseRef { get; init; }

        public required bool Grave { get; init; }
    }
}
