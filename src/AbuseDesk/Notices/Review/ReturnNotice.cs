using AbuseDesk.Database;
using AbuseDesk.Journal;
using AbuseDesk.Notices.Review.Comments;

namespace AbuseDesk.Notices.Review;

/// <summary>Sends a notice back to its author with a comment.</summary>
public sealed class ReturnNotice(DeskDatabase database, ReviewDeadline deadline)
{
    /// <param name="actor">A lawyer.</param>
    /// <param name="reference">"N-2021-0036".</param>
    /// <param name="comment">What must change; may be empty where comments on paragraphs are open, which say it.</param>
    /// <param name="seen">The version that the actor looked at; null skips the check.</param>
    /// <exception cref="DeskException">The actor is no lawyer, nothing says what must change, or the notice is not in review.</exception>
    public Task RunAsync(Actor actor, string reference, string? comment, int? seen = null)
    {
        actor.Demand("return a notice", Role.Legal);
        var said = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();
        return database.WriteAsync(async tx =>
        {
            var notice = await TakenNotice.TakeAsync(tx, reference);
            ReviewActs.Expect(notice, "returned", NoticeStatus.InReview, NoticeStatus.Approved);
            ReviewActs.ExpectSeen(notice, seen);
            var open = await CommentRecords.OpenAsync(tx, notice);
            if (said is null && open.Count == 0)
                throw new DeskException("Say what must change: a notice is returned with a comment.");
            var version = await NoticeRecords.VersionAsync(tx, notice);
            await VoidApproval.IfApprovedAsync(tx, actor, notice, $"{actor.Name} returned the notice");
            await ReviewActs.MoveAsync(tx, notice, NoticeStatus.Returned);
            await tx.ExecuteAsync("update notices set approved_by = null, approved_at = null where id = @Id", notice);
            await ReviewActs.WriteAsync(tx, actor, notice, version, ReviewActs.Returned, said);
            var caseRef = await NoticeRecords.CaseRefAsync(tx, notice);
            await JournalWriter.AppendAsync(tx, caseRef, actor, "notice-returned",
                $"returned version {version.Number} of {notice.Ref}{(open.Count > 0 ? $" with {Counted.Of(open.Count, "open comment")}" : "")}{(said is null ? "" : $": “{said}”")}",
                new { notice = notice.Ref, version = version.Number, version.PdfSha256, comment = said, open_comments = open });
            await deadline.DecidedAsync(tx, actor, notice, "redraft the notice");
        });
    }
}
