using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Journal;

namespace AbuseDesk.Notices.Review;

/// <summary>Hands a draft to the lawyer whose name it prints; their deadline to decide starts.</summary>
public sealed class SubmitNotice(DeskDatabase database, StartDeadline deadlines, ReviewPolicy policy, StartByEvent events)
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
            await RequireLawyersAsync(tx, notice);
            await ReviewActs.MoveAsync(tx, notice, NoticeStatus.InReview);
            var version = await NoticeRecords.VersionAsync(tx, notice);
            await ReviewActs.WriteAsync(tx, actor, notice, version, ReviewActs.Submitted, null);
            var caseRef = await NoticeRecords.CaseRefAsync(tx, notice);
            await JournalWriter.AppendAsync(tx, caseRef, actor, "notice-submitted",
                $"submitted version {version.Number} of {notice.Ref} to {notice.Reviewer}",
                new { notice = notice.Ref, version = version.Number, version.PdfSha256 });
            var anchor = $"{notice.Ref} version {version.Number} was submitted to legal";
            await deadlines.RunAsync(tx, new DeadlineStart
            {
                CaseId = notice.CaseId,
                NoticeId = notice.Id,
                Rule = DeadlineRules.DecideReview,
                Anchor = anchor,
            });
            await events.RunAsync(tx, AnchorEvent.NoticeSubmitted, (notice.CaseId, notice.Id, null), anchor);
        });
    }

    // a second approval that nobody can give would keep the notice in review for ever
    private async Task RequireLawyersAsync(DeskTransaction tx, NoticeRow notice)
    {
        var needed = policy.ApprovalsFor(notice);
        if (needed == 1)
            return;
        var version = await NoticeRecords.VersionAsync(tx, notice);
        var able = await tx.GetAsync<long>(
            "select count(*) from staff where not disabled and ' ' || roles || ' ' like '% legal %' and login not in (@Author, @CompiledBy)",
            new { notice.Author, version.CompiledBy });
        if (able < needed)
            throw new DeskException($"{needed} lawyers must approve a {notice.Kind} notice, and {able} can approve {notice.Ref}; ask an admin to give another person the role legal.");
    }
}
