using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Escalation;

/// <summary>Says what the ladder proposes for a case, and every fact that led there. It proposes; people decide.</summary>
public sealed class ExplainEscalation(DeskDatabase database, Ladder ladder, DeskZone zone)
{
    /// <param name="caseRef">The case; what is on record about its customer counts.</param>
    /// <param name="at">As the record stood at this instant; null means now.</param>
    /// <exception cref="DeskException">There is no such case.</exception>
    public Task<Proposal> RunAsync(string caseRef, Instant? at = null) => database.SnapshotAsync(tx => DecideAsync(tx, caseRef, at));

    /// <summary>The same within a transaction or snapshot that the caller holds.</summary>
    public async Task<Proposal> DecideAsync(DeskTransaction tx, string caseRef, Instant? at = null)
    {
        var customer = await tx.FindAsync<long?>("select customer_id from cases where ref = @caseRef", new { caseRef = caseRef.Trim().ToUpperInvariant() })
            ?? throw Cases.CaseHead.Unknown(caseRef);
        return Escalate.Decide(ladder, await EscalationRecords.ReadAsync(tx, ladder, zone.Zone, customer, at ?? tx.Now));
    }
}
