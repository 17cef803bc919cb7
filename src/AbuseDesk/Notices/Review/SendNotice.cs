using AbuseDesk.Database;
using AbuseDesk.Journal;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Review;

/// <summary>
/// Sends a notice: puts its mail, byte for byte as compiled (and approved, where its kind needs that), into the outbox,
/// and starts what follows from it.
/// </summary>
public sealed class SendNotice(DeskDatabase database, NoticeChecks checks, NoticeConsequences consequences, NoticeMail mail, ReviewEnds ends)
{
    /// <param name="actor">Agent, lead or legal.</param>
    /// <param name="reference">"N-2021-0036".</param>
    /// <param name="seen">The version that the actor looked at; null skips the check.</param>
    /// <exception cref="DeskException">
    /// The notice is not approved although its kind needs it, its case is closed, there is a newer version than seen, or the record
    /// changed since: then the approval is voided.
    /// </exception>
    public async Task RunAsync(Actor actor, string reference, int? seen = null)
    {
        actor.Demand("send a notice", Role.Agent, Role.Lead, Role.Legal);
        var judged = await checks.RunAsync(reference);
        var refusal = await database.WriteAsync(async tx =>
        {
            var notice = await TakenNotice.TakeOpenAsync(tx, reference);
            var kind = Words.Parse<NoticeKind>(notice.Kind);
            ReviewActs.Expect(notice, "sent", NoticeKinds.NeedsReview(kind) ? NoticeStatus.Approved : NoticeStatus.Draft);
            ReviewActs.ExpectSeen(notice, seen);
            await ReviewActs.RequireNoOpenCommentAsync(tx, notice, "sent");
            if (notice.Version != judged.NoticeVersion)
                throw ReviewActs.ChangedMeanwhile(notice);
            // what the notice says stays true, so its approval stays: this alone refuses the sending
            if (await checks.BouncedAsync(tx, notice) is { } bounced)
                throw new DeskException($"{reference} was not sent: {bounced}");
            var blocking = (await checks.RecordAsync(tx, notice)).Concat(judged.Checks).FirstOrDefault(check => !check.Passed);
            if (blocking is not null)
            {
                // the approval is void whether or not anybody tries again: that must be kept, so the act is not rolled back
                await ends.TakeBack.RunAsync(tx, notice, blocking.Sentence, blocking.Untrue);
                return blocking.Sentence;
            }

            await SendAsync(tx, actor, notice, kind);
            return null;
        });
        if (refusal is not null)
            throw new DeskException($"{reference} was not sent: {refusal}");
    }

    private async Task SendAsync(DeskTransaction tx, Actor actor, NoticeRow notice, NoticeKind kind)
    {
        var version = await NoticeRecords.VersionAsync(tx, notice);
        if (NoticeKinds.NeedsReview(kind))
            await RequireApprovedBytesAsync(tx, notice, version);
        await ReviewActs.MoveAsync(tx, notice, NoticeStatus.Sent);
        await tx.ExecuteAsync("update notices set sent_at = @Now, sent_by = @Login where id = @Id", new { tx.Now, actor.Login, notice.Id });
        var caseRef = await NoticeRecords.CaseRefAsync(tx, notice);
        var sent = notice with { Status = Words.Of(NoticeStatus.Sent), SentAt = tx.Now, SentBy = actor.Login };
        await mail.QueueAsync(tx, actor, sent, version, caseRef);
        var readers = string.IsNullOrEmpty(notice.Copies) ? notice.Recipients : $"{notice.Recipients}, {notice.Copies}";
        await JournalWriter.AppendAsync(tx, caseRef, actor, "notice-sent",
            $"sent {Drafting.DraftNotice.KindWords(kind)} {notice.Ref} to {readers}",
            new { notice = notice.Ref, version = version.Number, version.PdfSha256, version.HtmlSha256, version.TextSha256, notice.Recipients, notice.Copies });
        await consequences.RunAsync(tx, actor, sent, kind, caseRef);
    }

    /// <summary>As many approvals as the kind needs, the printed name among them, must name the very hashes that are about to leave.</summary>
    private async Task RequireApprovedBytesAsync(DeskTransaction tx, NoticeRow notice, NoticeVersionRow version)
    {
        var given = await Approvals.ReadAsync(tx, notice, version, ends.Policy.ApprovalsFor(notice));
        if (given.Given.Count == 0)
            throw new DeskException($"The bytes of {notice.Ref} are not those that were approved; redraft it and have it reviewed again.");
        if (given.Left > 0 || !given.By(notice.Reviewer))
            throw new DeskException($"{notice.Ref} has {given.Sentence} that the policy asks for now; redraft it and have it reviewed again.");
    }
}
