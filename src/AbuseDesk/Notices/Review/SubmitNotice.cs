using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Journal;

namespace AbuseDesk.Notices.Review;

/// <summary>Hands a draft to the lawyer whose name it prints; their deadline to decide starts.</summary>
public sealed class SubmitNotice(DeskDatabase database, StartDeadline deadlines)
{
    /// <exception cref="DeskException">The notice is no draft, or its kind needs no review.</exception>
    public Task RunAsync(Actor actor, string reference)
    {
        actor.Demand("submit a notice", Role.Agent, Role.Lead, Role.Legal);
        return database.WriteAsync(async tx =>
        {
            var notice = await TakenNotice.TakeOpenAsync(tx, reference);
            ReviewActs.RequireReviewed(notice);
            ReviewActs.Expect(notice, "submitted", NoticeStatus.Draft);
            await ReviewActs.MoveAsync(tx, notice, NoticeStatus.InReview);
            var version = await NoticeRecords.VersionAsync(tx, notice);
            await ReviewActs.WriteAsync(tx, actor, notice, version, ReviewActs.Submitted, null);
            var caseRef = await tx.GetAsync<string>("select ref from cases where id = @CaseId", notice);
            await JournalWriter.AppendAsync(tx, caseRef, actor, "notice-submitted",
                $"submitted version {version.Number} of {notice.Ref} to {notice.Reviewer}",
                new { notice = notice.Ref, version = version.Number, version.PdfSha256 });
            await deadlines.RunAsync(tx, new DeadlineStart
            {
                CaseId = notice.CaseId,
                NoticeId = notice.Id,
                Rule = DeadlineRules.DecideReview,
                Anchor = $"{notice.Ref} version {version.Number} was submitted to legal",
            });
        });
    }
}
