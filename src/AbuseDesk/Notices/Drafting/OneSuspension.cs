using AbuseDesk.Database;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Suspensions;

namespace AbuseDesk.Notices.Drafting;

/// <summary>A case has one notice of suspension in hand, and only while no suspension of the customer stands.</summary>
internal static class OneSuspension
{
    /// <exception cref="DeskException">Another is open, or a suspension stands; the sentence names it.</exception>
    public static async Task RefuseAnotherAsync(DeskTransaction tx, long caseId, long customerId, NoticeKind kind)
    {
        if (kind != NoticeKind.Suspension) return;
        await StandingSuspension.RefuseAsync(tx, customerId);
        var open = await tx.FindAsync<Row>(
            "select ref, status from notices where case_id = @caseId and kind = 'suspension' and status not in ('sent', 'withdrawn') order by id limit 1",
            new { caseId });
        if (open is not null)
            throw new DeskException($"{open.Ref}, a notice of suspension of this case, is {open.Status.Replace('-', ' ')}; redraft or withdraw it before you draft another.");
    }

    private sealed record Row
    {
        public required string Ref { get; init; }

        public required string Status { get; init; }
    }
}
