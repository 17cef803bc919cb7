using AbuseDesk.Database;

namespace AbuseDesk.Suspensions;

/// <summary>A customer has one suspension at a time: a second one would contradict the first about its instant and its end.</summary>
public static class StandingSuspension
{
    /// <exception cref="DeskException">A suspension of the customer is scheduled or in effect; the sentence names it.</exception>
    public static async Task RefuseAsync(DeskTransaction tx, long customerId)
    {
        var standing = await tx.FindAsync<Row>(
            """
            select s.ref, s.status, k.ref as case_ref from suspensions s join cases k on k.id = s.case_id
            where s.customer_id = @customerId and s.status <> 'lifted' order by s.id limit 1
            """,
            new { customerId });
        if (standing is null) return;
        var scheduled = standing.Status == Words.Of(SuspensionStatus.Scheduled);
        throw new DeskException(
            $"The customer’s suspension {standing.Ref} of {standing.CaseRef} is {standing.Status.Replace('-', ' ')}; {(scheduled ? "call it off" : "lift it")} before another one is announced.");
    }

    private sealed record Row
    {
        public required string Ref { get; init; }

        public required string Status { get; init; }

        public required string CaseRef { get; init; }
    }
}
