using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Notices.Review;

/// <summary>
/// Approves the exact bytes of a notice. The approver has the role legal, is the one whose name is printed, and neither drafted the
/// notice nor compiled this version of it; no comment is open, every check passes, and the record still says what the notice says.
/// </summary>
public sealed class ApproveNotice(DeskDatabase database, NoticeChecks checks, ReviewDeadline deadline)
{
    /// <param name="actor">The reviewer.</param>
    /// <param name="reference">"N-2021-0036".</param>
    /// <param name="seen">The version that the actor looked at; null skips the check.</param>
    /// <exception cref="DeskException">The actor may not, a check blocks, the notice is not in review, or there is a newer version than seen.</exception>
    public async Task RunAsync(Actor actor, string reference, int? seen = null)
    {
        actor.Demand("approve a notice", Role.Legal);
        // hashing every exhibit takes a while: done before the transaction that others would wait for
        var judged = await checks.RunAsync(reference);
        await database.WriteAsync(async tx =>
        {
            var notice = await TakenNotice.TakeOpenAsync(tx, reference);
            ReviewActs.RequireReviewed(notice);
            RequireReviewer(actor, notice, await NoticeRecords.VersionAsync(tx, notice));
            ReviewActs.Expect(notice, "approved", NoticeStatus.InReview);
            ReviewActs.ExpectSeen(notice, seen);
            await ReviewActs.RequireNoOpenCommentAsync(tx, notice, "approved");
            if (notice.Version != judged.NoticeVersion)
                throw ReviewActs.ChangedMeanwhile(notice);
            var blocking = (await checks.RecordAsync(tx, notice)).Concat(judged.Checks).FirstOrDefault(check => !check.Passed);
            if (blocking is not null)
                throw new DeskException($"{reference} cannot be approved yet: {blocking.Sentence}");
            await ApproveAsync(tx, actor, notice);
        });
    }

    private async Task ApproveAsync(DeskTransaction tx, Actor actor, NoticeRow notice)
    {
        var version = await NoticeRecords.VersionAsync(tx, notice);
        await ReviewActs.MoveAsync(tx, notice, NoticeStatus.Approved);
        await tx.ExecuteAsync(
            "update notices set approved_by = @Login, approved_at = @Now where id = @Id", new { actor.Login, tx.Now, notice.Id });
        await ReviewActs.WriteAsync(tx, actor, notice, version, ReviewActs.Approved, null);
        var caseRef = await NoticeRecords.CaseRefAsync(tx, notice);
        await JournalWriter.AppendAsync(tx, caseRef, actor, "notice-approved",
            $"approved version {version.Number} of {notice.Ref}, PDF {version.PdfSha256[..8]}…",
            new { notice = notice.Ref, version = version.Number, version.PdfSha256, version.HtmlSha256, version.TextSha256 });
        await deadline.ApprovedAsync(tx, actor, notice);
    }

    private static void RequireReviewer(Actor actor, NoticeRow notice, NoticeVersionRow version)
    {
        if (actor.Login == notice.Author)
            throw new DeskException($"You drafted {notice.Ref}; another lawyer must approve it.");
        if (actor.Login != notice.Reviewer)
            throw new DeskException($"{notice.Ref} prints the name of {notice.Reviewer} as its approver, so only they can approve these bytes.");
        if (actor.Login == version.CompiledBy)
            throw new DeskException($"You compiled version {version.Number} of {notice.Ref}, so you cannot approve it; ask {notice.Author} to redraft it, then you can approve the version that comes of it.");
    }
}
