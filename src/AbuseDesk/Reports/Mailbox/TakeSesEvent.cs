using System.Text;
using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Mail.Receiving;

namespace AbuseDesk.Reports.Mailbox;

/// <summary>Takes in what Amazon SES tells of a mail of the desk; the event is kept as evidence.</summary>
public sealed class TakeSesEvent(DeskDatabase database, EvidenceIntake evidence)
{
    /// <param name="actor">Agent, lead or admin; the worker that reads the queue.</param>
    /// <param name="json">The event, or a message of SNS with it.</param>
    /// <param name="fileName">As its file is called.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="DeskException">The actor may not, or it is no event of SES.</exception>
    public async Task<TakenEvent> RunAsync(Actor actor, byte[] json, string fileName, CancellationToken cancel = default)
    {
        if (actor != Actor.Worker) actor.Demand("take in events of mail", Role.Agent, Role.Lead, Role.Admin);
        var facts = new CaptureFacts { Purpose = EvidencePurpose.Mail, FileName = fileName, CapturedAt = database.Now, CapturedBy = "Amazon SES", Method = "event of a mail" };
        var news = SesEvents.Read(Encoding.UTF8.GetString(json), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(json)), database.Now);
        if (news.Count == 0) return TakenEvent.SaysNothing;
        if (!await database.SnapshotAsync(async tx => await SentMails.FindAsync(tx, news[0].Ids) is not null, cancel)) return TakenEvent.Unknown;
        var original = await evidence.TakeAsync(json, facts);
        return await database.WriteAsync(async tx =>
        {
            await original.AddCaptureAsync(tx, actor);
            await SentMails.ReportAsync(tx, news);
            return TakenEvent.Matched;
        }, cancel);
    }
}
