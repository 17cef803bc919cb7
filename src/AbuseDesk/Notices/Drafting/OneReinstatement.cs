using AbuseDesk.Database;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Suspensions;

namespace AbuseDesk.Notices.Drafting;

/// <summary>A reinstatement tells of a suspension that ended, once.</summary>
internal static class OneReinstatement
{
    /// <exception cref="DeskException">The case's last suspension stands, there was none, or the customer was told already.</exception>
    public static async Task RequireAsync(DeskTransaction tx, long caseId, NoticeKind kind)
    {
        if (kind != NoticeKind.Reinstatement) return;
        var last = await tx.FindAsync<Row>(
            "select ref, status, notice_id from suspensions where case_id = @caseId order by id desc limit 1", new { caseId })
            ?? throw new DeskException("The case has had no suspension, so there is nothing to reinstate.");
        if (last.Status != Words.Of(SuspensionStatus.Lifted))
            throw new DeskException($"The suspension {last.Ref} is {last.Status.Replace('-', ' ')}; {(last.Status == Words.Of(SuspensionStatus.Scheduled) ? "call it off" : "lift it")} before you write that it ended.");
        var told = await tx.FindAsync<Row>(
            "select ref, status, id as notice_id from notices where case_id = @caseId and kind = 'reinstatement' and status <> 'withdrawn' and id > @NoticeId order by id limit 1",
            new { caseId, last.NoticeId });
        if (told is not null)
            throw new DeskException(told.Status == "sent"
                ? $"{told.Ref} has told the customer already that {last.Ref} ended."
                : $"{told.Ref}, a notice of reinstatement of this case, is {told.Status.Replace('-', ' ')}; redraft or withdraw it before you draft another.");
    }

    private sealed record Row
    {
        public required string Ref { get; init; }

        public required string Status { get; init; }

        public required long NoticeId { get; init; }
    }
}
