using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Mail;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Review;

/// <summary>
/// Takes an approved notice back to a draft because the record no longer agrees with it: the approval is void, it is the author's
/// turn, and a mail tells the author what would now be untrue.
/// </summary>
public sealed class TakeBackApproval(WithdrawDeadlines deadlines, Outbox outbox)
{
    /// <param name="tx">The transaction of the act.</param>
    /// <param name="notice">As it was read in that transaction; one that is not approved stays as it is.</param>
    /// <param name="reason">What would be untrue.</param>
    /// <exception cref="DeskException">It was changed meanwhile, for instance sent.</exception>
    public async Task RunAsync(DeskTransaction tx, NoticeRow notice, string reason)
    {
        if (Words.Parse<NoticeStatus>(notice.Status) != NoticeStatus.Approved)
            return;
        var taken = await tx.ExecuteAsync(
            """
            update notices set status = 'draft', approved_by = null, approved_at = null, version = version + 1
            where id = @Id and version = @Version and status = 'approved'
            """,
            notice);
        if (taken == 0)
            throw ReviewActs.ChangedMeanwhile(notice);
        await VoidApproval.IfApprovedAsync(tx, Actor.Worker, notice, reason);
        await deadlines.RunAsync(tx, Actor.Worker, notice.CaseId, notice.Id, DeadlineRules.SendNotice, "redraft the notice");
        await MailAsync(tx, notice, reason);
    }

    private async Task MailAsync(DeskTransaction tx, NoticeRow notice, string reason)
    {
        var to = await NoticeAuthor.ReadersAsync(tx, notice);
        if (to.Count == 0)
            return;
        var caseRef = await NoticeRecords.CaseRefAsync(tx, notice);
        await outbox.AddAsync(tx, new OutgoingMail
        {
            Kind = "approval-voided",
            Ref = notice.Ref,
            // the same version may be approved, and its approval voided, more than once
            Identity = $"v{notice.CurrentVersion} at {notice.Version}",
            To = to,
            Subject = $"The approval of {notice.Ref} is void ({caseRef})",
            Text = $"""
                The approval of version {notice.CurrentVersion} of {notice.Ref}, {Drafting.DraftNotice.KindWords(Words.Parse<NoticeKind>(notice.Kind))}, is void, and it was not sent.

                Why: {reason}
                What to do: redraft it, so that it says what is on record, and submit it again.
                Case: {caseRef}

                """,
            CaseId = notice.CaseId,
            CaseRef = caseRef,
            NoticeId = notice.Id,
            Automatic = true,
        });
    }
}
