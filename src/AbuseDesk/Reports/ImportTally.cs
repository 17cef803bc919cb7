namespace AbuseDesk.Reports;

/// <summary>Counts an import as its batches end.</summary>
internal sealed class ImportTally
{
    private readonly List<RejectedRow> rejected = [];
    private readonly SortedSet<string> cases = new(StringComparer.Ordinal);
    private int filed;
    private int joined;
    private int repeated;
    private int withoutScreenshot;

    public int Rows { get; private set; }

    public void Add(int rows, IReadOnlyList<Filing> filings, IReadOnlyList<FiledReport> reports, IReadOnlyList<RejectedRow> refused)
    {
        Rows += rows;
        filed += reports.Count(report => !report.Joined);
        joined += reports.Count(report => report.Joined);
        repeated += reports.Count(report => report.ReportRef is null);
        withoutScreenshot += filings.Count(filing => filing.Screenshots.Count == 0);
        cases.UnionWith(reports.Select(report => report.CaseRef));
        rejected.AddRange(refused);
    }

    /// <summary>"3 new items and 2 joined reports": what is filed so far.</summary>
    public string Said() => $"{Counted.Of(filed, "new item")} and {Counted.Of(joined, "joined report")}";

    public ImportedReports Summary() => new()
    {
        Rows = Rows,
        Filed = filed,
        Joined = joined,
        Repeated = repeated,
        WithoutScreenshot = withoutScreenshot,
        Rejected = [.. rejected.OrderBy(row => row.Row)],
        Cases = [.. cases],
    };
}
