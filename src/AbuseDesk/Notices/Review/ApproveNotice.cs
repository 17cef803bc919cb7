using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Journal;

namespace AbuseDesk.Notices.Review;

/// <summary>
/// Approves the exact bytes of a notice. The approver has the role legal and neither drafted the notice nor compiled this version of
/// it. Whose name is printed is one of those who approve; the policy says how many the kind needs, each of them another person. No comment is open, every check passes, and the record still says what the notice says.
/// </summary>
public sealed class ApproveNotice(DeskDatabase database, NoticeChecks checks, ReviewDeadline deadline, ReviewPolicy policy, StartByEvent events)
{
    /// <param name="actor">The reviewer.</param>
    /// <param name="reference">"N-2021-0036".</param>
    /// <param name="seen">The version that the actor looked at; null skips the check.</param>
    /// <returns>The approvals that stand now; with one left the notice stays in review, and it is the next lawyer's turn.</returns>
    /// <exception cref="DeskException">The actor may not, a check blocks, the notice is not in review, or there is a newer version than seen.</exception>
    public async Task<Approvals> RunAsync(Actor actor, string reference, int? seen = null)
    {
        actor.Demand("approve a notice", Role.Legal);
        // hashing every exhibit takes a while: done before the transaction that others would wait for
        var judged = await checks.RunAsync(reference);
        return await database.WriteAsync(async tx =>
        {
            var notice = await TakenNotice.TakeOpenAsync(tx, reference);
            ReviewActs.RequireReviewed(notice);
            var version = await NoticeRecords.VersionAsync(tx, notice);
            var given = await Approvals.ReadAsync(tx, notice, version, policy.ApprovalsFor(notice));
            RequireReviewer(actor, notice, version, given);
            ReviewActs.Expect(notice, "approved", NoticeStatus.InReview);
            ReviewActs.ExpectSeen(notice, seen);
            await ReviewActs.RequireNoOpenCommentAsync(tx, notice, "approved");
            if (notice.Version != judged.NoticeVersion)
                throw ReviewActs.ChangedMeanwhile(notice);
            var blocking = (await checks.RecordAsync(tx, notice)).Concat(judged.Checks).FirstOrDefault(check => !check.Passed);
            if (blocking is not null)
                throw new DeskException($"{reference} cannot be approved yet: {blocking.Sentence}");
            return await ApproveAsync(tx, actor, notice, version, given);
        });
    }

    private async Task<Approvals> ApproveAsync(DeskTransaction tx, Actor actor, NoticeRow notice, NoticeVersionRow version, Approvals before)
    {
        var last = before.Left <= 1;
        await ReviewActs.MoveAsync(tx, notice, last ? NoticeStatus.Approved : NoticeStatus.InReview);
        if (last)
            await tx.ExecuteAsync("update notices set approved_by = @Reviewer, approved_at = @Now where id = @Id", new { notice.Reviewer, tx.Now, notice.Id });
        await ReviewActs.WriteAsync(tx, actor, notice, version, ReviewActs.Approved, null);
        var given = await Approvals.ReadAsync(tx, notice, version, before.Needed);
        var caseRef = await NoticeRecords.CaseRefAsync(tx, notice);
        await JournalWriter.AppendAsync(tx, caseRef, actor, "notice-approved",
            $"approved version {version.Number} of {notice.Ref}, PDF {version.PdfSha256[..8]}…{(given.Needed > 1 ? $", {given.Sentence}" : "")}",
            new { notice = notice.Ref, version = version.Number, version.PdfSha256, version.HtmlSha256, version.TextSha256, approvals = given.Given.Count, needed = given.Needed });
        await (last ? deadline.ApprovedAsync(tx, actor, notice) : deadline.NextAsync(tx, actor, notice, $"{actor.Name} approved {notice.Ref} version {version.Number}, {given.Sentence}"));
        if (last)
            await events.RunAsync(tx, AnchorEvent.NoticeApproved, (notice.CaseId, notice.Id, null), $"{notice.Ref} version {version.Number} was approved");
        return given;
    }

    private static void RequireReviewer(Actor actor, NoticeRow notice, NoticeVersionRow version, Approvals given)
    {
        if (actor.Login == notice.Author)
            throw new DeskException($"You drafted {notice.Ref}; another lawyer must approve it.");
        if (given.By(actor.Login))
            throw new DeskException($"You have approved version {version.Number} of {notice.Ref}; the next approval is another lawyer’s.");
        if (actor.Login != notice.Reviewer && given.Left == 1 && !given.By(notice.Reviewer))
            throw new DeskException($"{notice.Ref} prints the name of {notice.Reviewer} as its approver, so only they can {(given.Needed > 1 ? "give the last approval of" : "approve")} these bytes.");
        if (actor.Login == version.CompiledBy)
            throw new DeskException($"You compiled version {version.Number} of {notice.Ref}, so you cannot approve it; ask {notice.Author} to redraft it, then you can approve the version that comes of it.");
    }
}
