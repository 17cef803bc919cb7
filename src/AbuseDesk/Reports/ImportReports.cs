using System.Data.Common;
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
    /// <exception cref="DeskException">The file is broken, so that nothing was filed, or the import stopped; the sentence says what is filed.</exception>
    public async Task<ImportedReports> RunAsync(
        Actor actor, ImportReportsRequest request, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        actor.Demand("import reports", Role.Agent, Role.Lead);
        ReportsCsv.Check(request.Csv, request.FileName);
        var tally = new ImportTally();
        try
        {
            await FileAsync(actor, request, tally, progress, cancel);
        }
        catch (Exception stop) when (tally.Rows > 0 && stop is DeskException or DbException or IOException or UnauthorizedAccessException)
        {
            throw new DeskException(
                $"The import stopped after {Counted.Of(tally.Rows, "row")}: {stop.Message.TrimEnd('.')}. What was filed before stays: {tally.Said()}; import the file again, as nothing is filed twice.", stop);
        }

        return tally.Summary();
    }

    private async Task FileAsync(Actor actor, ImportReportsRequest request, ImportTally tally, IProgress<int>? progress, CancellationToken cancel)
    {
        var resolver = new RowResolver(intake, topics, request.FindScreenshot, zone);
        foreach (var batch in ReportsCsv.Read(request.Csv, request.FileName).Chunk(BatchSize))
        {
            cancel.ThrowIfCancellationRequested();
            await FileAsync(actor, batch, resolver, tally, cancel);
            progress?.Report(tally.Rows);
        }
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
