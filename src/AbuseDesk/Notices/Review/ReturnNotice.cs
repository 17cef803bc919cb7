using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Notices.Review;

/// <summary>Sends a notice back to its author with a comment.</summary>
public sealed class ReturnNotice(DeskDatabase database, ReviewDeadline deadline)
{
    /// <param name="actor">A lawyer.</param>
    /// <param name="reference">"N-2021-0036".</param>
    /// <param name="comment">What must change.</param>
    /// <param name="seen">The version that the actor looked at; null skips the check.</param>
    /// <exception cref="DeskException">The actor is no lawyer, the comment is missing, or the notice is not in review.</exception>
    public Task RunAsync(Actor actor, string reference, string comment, int? seen = null)
    {
        actor.Demand("return a notice", Role.Legal);
        if (string.IsNullOrWhiteSpace(comment))
            throw new DeskException("Say what must change: a notice is returned with a comment.");
        return database.WriteAsync(async tx =>
        {
            var notice = await TakenNotice.TakeAsync(tx, reference);
            ReviewActs.Expect(notice, "returned", NoticeStatus.InReview, NoticeStatus.Approved);
            ReviewActs.ExpectSeen(notice, seen);
            var version = await NoticeRecords.VersionAsync(tx, notice);
            await VoidApproval.IfApprovedAsync(tx, actor, notice, $"{actor.Name} returned the notice");
            await ReviewActs.MoveAsync(tx, notice, NoticeStatus.Returned);
            await tx.ExecuteAsync("update notices set approved_by = null, approved_at = null where id = @Id", notice);
            await ReviewActs.WriteAsync(tx, actor, notice, version, ReviewActs.Returned, comment.Trim());
            var caseRef = await tx.GetAsync<string>("select ref from cases where id = @CaseId", notice);
            await JournalWriter.AppendAsync(tx, caseRef, actor, "notice-returned",
                $"returned version {version.Number} of {notice.Ref}: “{comment.Trim()}”",
                new { notice = notice.Ref, version = version.Number, version.PdfSha256, comment = comment.Trim() });
            await deadline.DecidedAsync(tx, actor, notice, "redraft the notice");
        });
    }
}
