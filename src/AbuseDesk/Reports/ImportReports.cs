using AbuseDesk.Cases;
using AbuseDesk.Database;

namespace AbuseDesk.Reports;

/// <summary>
/// Files the rows of a CSV file in batches, each batch one transaction. Good rows are filed whatever the others are;
/// the same file imported again files nothing twice.
/// </summary>
public sealed class ImportReports(DeskDatabase database, EvidenceIntake intake, References references, ConductTopics topics, DeskZone zone)
{
    private const int BatchSize = 500;

    /// <param name="actor">Agent or lead.</param>
    /// <param name="request">The file.</param>
    /// <param name="progress">Told after each batch how many rows are done.</param>
    /// <param name="cancel">Stops between two batches; what is filed stays.</param>
    /// <exception cref="DeskException">The columns are wrong, so that nothing was filed.</exception>
    public async Task<ImportedReports> RunAsync(
        Actor actor, ImportReportsRequest request, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        actor.Demand("import reports", Role.Agent, Role.Lead);
        var tally = new ImportTally();
        var resolver = new RowResolver(intake, topics, request.FindScreenshot, zone);
        foreach (var batch in ReportsCsv.Read(request.Csv).Chunk(BatchSize))
        {
            cancel.ThrowIfCancellationRequested();
            await FileAsync(actor, batch, resolver, tally, cancel);
            progress?.Report(tally.Rows);
        }

        return tally.Summary();
    }

    private async Task FileAsync(Actor actor, ReportCsvRow[] batch, RowResolver resolver, ImportTally tally, CancellationToken cancel)
    {
        var shown = new List<(ReportCsvRow Row, IReadOnlyList<TakenEvidence> Screenshots)>();
        foreach (var row in batch)
        {
            if (await resolver.ScreenshotsAsync(row, database.Now) is { } screenshots) shown.Add((row, screenshots));
        }

        var rejected = resolver.TakeRejected();
        var (filings, filed) = await database.WriteAsync(async tx =>
        {
            // a second attempt at the transaction refuses the same rows again
            resolver.TakeRejected();
            var ready = new List<Filing>(shown.Count);
            foreach (var (row, screenshots) in shown)
            {
                if (await resolver.ReadyAsync(tx, row, screenshots) is { } filing) ready.Add(filing);
            }

            return (ready, await new FilingBatch(tx, actor, references).FileAsync(ready, skipRepeats: true));
        }, cancel);
        tally.Add(batch.Length, filings, filed, [.. rejected, .. resolver.TakeRejected()]);
    }
}
