using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Journal;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Notices.Drafting;

/// <summary>Takes back a notice that was never sent; it stays on record, with the reason, and nobody waits for it any more.</summary>
public sealed class WithdrawNotice(DeskDatabase database, WithdrawDeadlines deadlines)
{
    /// <param name="actor">Agent, lead or legal.</param>
    /// <param name="reference">"N-2021-0036".</param>
    /// <param name="reason">Why; must not be empty.</param>
    /// <param name="seen">The version that the actor looked at; null skips the check.</param>
    /// <exception cref="DeskException">No such notice, it was sent or withdrawn, there is a newer version than seen, or no reason.</exception>
    public Task RunAsync(Actor actor, string reference, string reason, int? seen = null)
    {
        actor.Demand("withdraw a notice", Role.Agent, Role.Lead, Role.Legal);
        var why = reason.Trim();
        if (why.Length == 0) throw new DeskException("Give the reason for withdrawing the notice; it goes into the journal.");
        return database.WriteAsync(async tx =>
        {
            var notice = await NoticeRecords.GetAsync(tx, reference);
            ReviewActs.Expect(notice, "withdrawn", NoticeStatus.Draft, NoticeStatus.InReview, NoticeStatus.Returned, NoticeStatus.Approved);
            ReviewActs.ExpectSeen(notice, seen);
            await VoidApproval.IfApprovedAsync(tx, actor, notice, $"{actor.Name} withdrew the notice");
            await ReviewActs.MoveAsync(tx, notice, NoticeStatus.Withdrawn);
            await tx.ExecuteAsync("update notices set approved_by = null, approved_at = null where id = @Id", notice);
            var caseRef = await tx.GetAsync<string>("select ref from cases where id = @CaseId", notice);
            await JournalWriter.AppendAsync(tx, caseRef, actor, "notice-withdrawn",
                $"withdrew {notice.Ref}: {why}",
                new { notice = notice.Ref, version = notice.CurrentVersion, before = notice.Status, reason = why });
            await deadlines.RunAsync(tx, actor, notice.CaseId, notice.Id, rule: null);
        });
    }
}
