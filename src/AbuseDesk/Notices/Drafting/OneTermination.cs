using AbuseDesk.Database;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Suspensions;

namespace AbuseDesk.Notices.Drafting;

/// <summary>A contract ends once: a case has one notice of termination in hand, and no measure follows one that was sent.</summary>
internal static class OneTermination
{
    /// <exception cref="DeskException">Another is open, or the contract ends already; the sentence names it.</exception>
    public static async Task RefuseAnotherAsync(DeskTransaction tx, long caseId, long customerId, NoticeKind kind)
    {
        if (!NoticeKinds.IsMeasure(kind)) return;
        await StandingTermination.RefuseAsync(tx, customerId);
        if (kind != NoticeKind.Termination) return;
        var open = await tx.FindAsync<Row>(
            "select ref, status from notices where case_id = @caseId and kind = 'termination' and status not in ('sent', 'withdrawn') order by id limit 1",
            new { caseId });
        if (open is not null)
            throw new DeskException($"{open.Ref}, a notice of termination of this case, is {open.Status.Replace('-', ' ')}; redraft or withdraw it before you draft another.");
    }

    private sealed record Row
    {
        public required string Ref { get; init; }

        public required string Status { get; init; }
    }
}
