using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Reports;

/// <summary>One report by its reference.</summary>
public sealed class ShowReport(DeskDatabase database)
{
    /// <exception cref="DeskException">There is no such report.</exception>
    public Task<ReportRow> RunAsync(string reportRef) => database.ReadAsync(async connection =>
        await connection.QueryFirstOrDefaultAsync<ReportRow>(
            $"{ReportRow.Select} where r.ref = @reportRef order by i.number",
            new { reportRef = reportRef.Trim().ToUpperInvariant() })
        ?? throw new DeskException($"There is no report “{Shown.Briefly(reportRef)}”; a report reference looks like R-2021-00001."));
}
