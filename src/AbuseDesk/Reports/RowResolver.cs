using AbuseDesk.Cases;
using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Reports;

/// <summary>Makes filings of rows. A row that cannot be one is set aside with its column and reason.</summary>
internal sealed class RowResolver(EvidenceIntake intake, ConductTopics topics, Func<string, byte[]?> find, DeskZone zone)
{
    private readonly ClauseCache clauses = new(topics);
    private List<RejectedRow> rejected = [];

    /// <summary>What was set aside since the last call.</summary>
    public IReadOnlyList<RejectedRow> TakeRejected()
    {
        var taken = rejected;
        rejected = [];
        return taken;
    }

    /// <summary>The screenshots of a row in the store; null where the row was set aside.</summary>
    public Task<IReadOnlyList<TakenEvidence>?> ScreenshotsAsync(ReportCsvRow row, Instant now) => TryAsync<IReadOnlyList<TakenEvidence>>(row, async () =>
    {
        if (row.Rejected is not null) throw new RowException(row.Rejected.Column, row.Rejected.Reason);
        var request = row.Request!;
        if (request.SeenAt > now) throw new RowException("seen", $"The content cannot have been seen at {zone.Say(request.SeenAt)}, which is still to come.");
        if (row.Screenshots.Count == 0) return [];
        var location = RowException.Blame("url", () => Location.Parse(request.Url));
        return await RowException.BlameAsync("screenshot", () => intake.TakeAsync([.. row.Screenshots.Select(name => Screenshot(name, request))], location.Url));
    });

    /// <summary>A filing; null where the row was set aside.</summary>
    public Task<Filing?> ReadyAsync(DeskTransaction tx, ReportCsvRow row, IReadOnlyList<TakenEvidence> screenshots) =>
        TryAsync(row, async () =>
        {
            var request = row.Request!;
            var location = RowException.Blame("url", () => Location.Parse(request.Url));
            var blamed = request.Customer is null ? "url" : "customer";
            return new Filing
            {
                Location = location,
                CustomerId = await RowException.BlameAsync(blamed, () => Holders.GetAsync(tx, request.Customer, location.Place, request.SeenAt)),
                Clause = await RowException.BlameAsync("clause", () => clauses.GetAsync(tx, request.Clause, request.SeenAt)),
                Request = request,
                Screenshots = screenshots,
            };
        });

    private async Task<T?> TryAsync<T>(ReportCsvRow row, Func<Task<T>> step) where T : class
    {
        try
        {
            return await step();
        }
        catch (RowException error)
        {
            rejected.Add(new RejectedRow(row.Row, error.Column, error.Message));
            return null;
        }
    }

    private NewScreenshot Screenshot(string name, FileReportRequest request) => new()
    {
        Bytes = find(name) ?? throw new DeskException(name == Path.GetFileName(name)
            ? $"There is no file “{Shown.Briefly(name)}” beside the list, or in a folder “screenshots” there; put it there or empty the cell."
            : $"“{Shown.Briefly(name)}” is a path; put the file beside the list, or in a folder “screenshots” there, and write only its name."),
        FileName = name,
        CapturedAt = request.SeenAt,
        CapturedBy = request.ReporterName ?? request.ReporterEmail ?? "the reporter",
        Method = "imported",
    };
}
