using AbuseDesk.Cases;
using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Reports;

/// <summary>Files a report: its item, its screenshots, the violation, and a case where the customer has no open one.</summary>
public sealed class FileReport(DeskDatabase database, EvidenceIntake intake, References references, ConductTopics topics, DeskZone zone)
{
    /// <exception cref="DeskException">
    /// Unknown customer, holder or clause, another customer than the holder, a clause that is not about conduct, no location, a time still to come, or a screenshot that is no image; nothing is left behind.
    /// </exception>
    public async Task<FiledReport> RunAsync(Actor actor, FileReportRequest request)
    {
        actor.Demand("file a report", Role.Agent, Role.Lead);
        DemandSeen(request.SeenAt, database.Now, zone);
        if (request.Screenshots.Count == 0 && request.Source != ReportSource.Import && string.IsNullOrWhiteSpace(request.Note))
            throw new DeskException("Add at least one screenshot, or say in the note why there is none.");
        // known before the evidence is stored, and again in the transaction: resources may change between the two
        var ready = await database.SnapshotAsync(tx => ReadyAsync(tx, request));
        var screenshots = await intake.TakeAsync(request.Screenshots, ready.Location.Url);
        return await database.WriteAsync(async tx =>
        {
            var filing = await ReadyAsync(tx, request) with { Screenshots = screenshots };
            return (await new FilingBatch(tx, actor, references).FileAsync([filing]))[0];
        });
    }

    internal static void DemandSeen(Instant seen, Instant now, DeskZone zone)
    {
        if (seen > now) throw new DeskException($"The content cannot have been seen at {zone.Say(seen)}, which is still to come; correct the time.");
    }

    private async Task<Filing> ReadyAsync(DeskTransaction tx, FileReportRequest request)
    {
        var location = Location.Parse(request.Url);
        return new Filing
        {
            Location = location,
            CustomerId = await Holders.GetAsync(tx, request.Customer, location.Place, request.SeenAt),
            Clause = await new ClauseCache(topics).GetAsync(tx, request.Clause, request.SeenAt),
            Request = request,
        };
    }
}
