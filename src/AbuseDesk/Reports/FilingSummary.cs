using AbuseDesk.Cases;
using AbuseDesk.Database;

namespace AbuseDesk.Reports;

/// <summary>Filings as the journal tells them.</summary>
internal static class FilingSummary
{
    public static string Of(IReadOnlyList<FiledReport> filed, IReadOnlyList<Filing> filings)
    {
        if (filed is [var only]) return One(only, filings[0]);
        var joined = filed.Count(one => one.Joined);
        var raised = filed.Count(one => one.Violation == Upheld.Raised);
        return $"filed {filed.Count} reports: {Count(filed.Count - joined, "new item")}, {joined} joined to known items"
            + (raised == 0 ? "" : $", {Count(raised, "violation")} raised");
    }

    public static object Details(FiledReport filed, Filing filing) => new
    {
        report = filed.ReportRef,
        item = filed.ItemNumber,
        joined = filed.Joined,
        location = filing.Location.Key,
        seen = InstantHandler.Text(filing.Request.SeenAt),
        clause = filing.Clause.Number,
        terms = filing.Clause.Version,
        severity = Words.Of(filing.Request.Severity),
        violation = Words.Of(filed.Violation),
        screenshots = filing.Screenshots.Select(screenshot => screenshot.Sha256),
    };

    private static string One(FiledReport filed, Filing filing)
    {
        var severity = Words.Of(filing.Request.Severity);
        var report = filed.ReportRef is null ? $"filed item {filed.ItemNumber} again" : $"filed {filed.ReportRef} on item {filed.ItemNumber}";
        var violation = filed.Violation switch
        {
            Upheld.Anew => $"clause {filing.Clause.Number}, {severity}",
            Upheld.Raised => $"raised to {severity}",
            _ => "known already",
        };
        return $"{report} ({Shown.Briefly(filing.Location.Display)}): {violation}";
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
