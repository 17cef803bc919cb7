using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Mail;
using AbuseDesk.Notices.Changes;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Review;

/// <summary>
/// Takes a notice that was approved, by all or by some who must, back to a draft because the record no longer agrees with it: the approval is void, it is the author's
/// turn, and a mail tells the author what would now be untrue.
/// </summary>
public sealed class TakeBackApproval(WithdrawDeadlines deadlines, Outbox outbox)
{
    private const int InMail = 6;

    /// <param name="tx">The transaction of the act.</param>
    /// <param name="notice">As it was read in that transaction; one that nobody has approved stays as it is.</param>
    /// <param name="reason">The facts that changed.</param>
    /// <param name="untrue">The sentences of the notice that would be untrue now; may be empty.</param>
    /// <returns>Whether there was an approval to take back.</returns>
    /// <exception cref="DeskException">It was changed meanwhile, for instance sent.</exception>
    public async Task<bool> RunAsync(DeskTransaction tx, NoticeRow notice, string reason, IReadOnlyList<ChangedSentence> untrue)
    {
        if (!await VoidApproval.IfApprovedAsync(tx, Actor.Worker, notice, reason, untrue))
            return false;
        var taken = await tx.ExecuteAsync(
            """
            update notices set status = 'draft', approved_by = null, approved_at = null, version = version + 1
            where id = @Id and version = @Version and status in ('approved', 'in-review')
            """,
            notice);
        if (taken == 0)
            throw ReviewActs.ChangedMeanwhile(notice);
        var waited = Words.Parse<NoticeStatus>(notice.Status) == NoticeStatus.Approved ? DeadlineRules.SendNotice : DeadlineRules.DecideReview;
        await deadlines.RunAsync(tx, Actor.Worker, notice.CaseId, notice.Id, waited, "redraft the notice");
        await MailAsync(tx, notice, reason, untrue);
        return true;
    }

    private async Task MailAsync(DeskTransaction tx, NoticeRow notice, string reason, IReadOnlyList<ChangedSentence> untrue)
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
                {Said(untrue)}
                What to do: redraft it, so that it says what is on record, and submit it again.
                Case: {caseRef}

                """,
            CaseId = notice.CaseId,
            CaseRef = caseRef,
            NoticeId = notice.Id,
            Automatic = true,
        });
    }

    private static string Said(IReadOnlyList<ChangedSentence> untrue) => untrue.Count == 0 ? "" : $"\nWhat would now be untrue:\n{string.Join("\n", untrue.Take(InMail).Select(Said))}\n"
        + (untrue.Count > InMail ? $"\n{untrue.Count - InMail} more; the page of the notice shows them.\n" : "");

    private static string Said(ChangedSentence sentence) =>
        $"\n  in the notice: {(sentence.Was is { } was ? $"“{was}”" : "nothing")}\n  on record now: {(sentence.Now is { } now ? $"“{now}”" : "nothing")}";
}
