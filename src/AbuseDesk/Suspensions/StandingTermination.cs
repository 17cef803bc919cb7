using AbuseDesk.Database;

namespace AbuseDesk.Suspensions;

/// <summary>A contract ends once: what follows a termination is neither another one nor a suspension.</summary>
public static class StandingTermination
{
    /// <exception cref="DeskException">A termination of the customer is scheduled or in effect; the sentence names it.</exception>
    public static async Task RefuseAsync(DeskTransaction tx, long customerId)
    {
        var standing = await tx.FindAsync<Row>(
            """
            select n.ref, t.status from terminations t join notices n on n.id = t.notice_id
            where t.customer_id = @customerId and t.status <> 'called-off' order by t.id limit 1
            """,
            new { customerId });
        if (standing is null) return;
        throw new DeskException(standing.Status == Words.Of(TerminationStatus.Scheduled)
            ? $"{standing.Ref} ends the customer’s contract; call that termination off before another measure is announced."
            : $"The customer’s contract has ended by {standing.Ref}; there is nothing left to take a measure against.");
    }

    private sealed record Row
    {
        public required string Ref { get; init; }

        public required string Status { get; init; }
    }
}
