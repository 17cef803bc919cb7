using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Journal;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>Records the plan that a customer sent, as they sent it.</summary>
public sealed class ReceivePlan(DeskDatabase database, EvidenceIntake intake, DeskZone zone)
{
    /// <param name="actor">Agent or lead.</param>
    /// <param name="caseRef">Its case.</param>
    /// <param name="document">The bytes as they came.</param>
    /// <param name="fileName">As the customer named it.</param>
    /// <param name="receivedAt">When it came in; never in the future.</param>
    /// <returns>The id of the plan.</returns>
    /// <exception cref="DeskException">No such open case, an empty file, or an instant still to come.</exception>
    public async Task<long> RunAsync(Actor actor, string caseRef, byte[] document, string fileName, Instant receivedAt)
    {
        actor.Demand("record a plan", Role.Agent, Role.Lead);
        if (document.Length == 0) throw new DeskException("The plan’s file is empty; choose the file again.");
        if (receivedAt > database.Now) throw new DeskException($"The plan cannot have come in at {zone.Say(receivedAt)}, which is still to come.");
        var taken = await intake.TakeAsync(document, new CaptureFacts
        {
            Purpose = EvidencePurpose.Plan,
            FileName = fileName,
            CapturedAt = receivedAt,
            CapturedBy = "the customer",
            Method = "received",
        });
        return await database.WriteAsync(async tx =>
        {
            var head = await CaseHead.TakeOpenAsync(tx, caseRef);
            var capture = await taken.AddCaptureAsync(tx, actor);
            var plan = await tx.GetAsync<long>(
                """
                insert into plans (case_id, received_at, capture_id, recorded_by)
                values (@Id, @receivedAt, @capture, @Login) returning id
                """,
                new { head.Id, receivedAt, capture, actor.Login });
            await CaseTurn.SetAsync(tx, head.Id, Turn.Ours, "assess the plan");
            await JournalWriter.AppendAsync(
                tx, head.Ref, actor, "plan-received", $"recorded the customer’s plan, received {zone.Say(receivedAt)}",
                new { plan, file = fileName, sha256 = taken.Sha256, received_at = InstantHandler.Text(receivedAt) });
            return plan;
        });
    }
}
