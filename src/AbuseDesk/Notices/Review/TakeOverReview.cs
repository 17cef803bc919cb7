using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Journal;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Staff.Absences;

namespace AbuseDesk.Notices.Review;

/// <summary>
/// Puts the substitute of a lawyer who is away in their place: the notice is compiled again with the substitute's name as its approver,
/// as it must never print somebody who did not approve it. It stays in review, with its deadline.
/// </summary>
public sealed class TakeOverReview(DeskDatabase database, CompileNotice compile, KeepVersion keep)
{
    /// <param name="actor">Who stands in for the reviewer; neither drafted the notice nor compiled its current version.</param>
    /// <param name="reference">"N-2021-0036".</param>
    /// <returns>The version that prints the substitute's name.</returns>
    /// <exception cref="DeskException">The notice is not in review, its reviewer is not away, or it is not the actor who stands in.</exception>
    public async Task<int> RunAsync(Actor actor, string reference)
    {
        actor.Demand("take over a review", Role.Legal);
        var (old, version, away) = await database.SnapshotAsync(tx => ReadAsync(tx, actor, reference));
        var notice = old with { CurrentVersion = old.CurrentVersion + 1, Reviewer = actor.Login, ReviewerFor = away.Login, ReviewerForUntil = away.UntilDate };
        var compiled = await compile.RunAsync(notice, null);
        // nothing of the content is the substitute's choice, so that whoever chose it stays the one who compiled it
        var compiler = new Actor(version.CompiledBy, version.CompiledBy, new HashSet<Role>());
        await database.WriteAsync(async tx =>
        {
            await CaseHead.TakeAsync(tx, old.CaseId);
            await VoidApproval.IfApprovedAsync(tx, actor, old, $"{actor.Name} took over the review for {away.Name}");
            var changed = await tx.ExecuteAsync(
                """
                update notices set current_version = @CurrentVersion, reviewer = @Reviewer, reviewer_for = @ReviewerFor,
                  reviewer_for_until = @ReviewerForUntil, version = version + 1
                where id = @Id and version = @Version and status = 'in-review'
                """,
                notice);
            if (changed == 0)
                throw ReviewActs.ChangedMeanwhile(old);
            await keep.RunAsync(tx, compiler, notice, compiled, null);
            await ReviewActs.WriteAsync(tx, actor, notice, await NoticeRecords.VersionAsync(tx, notice), ReviewActs.TakenOver, $"For {away.Name}, away until {away.Until}.");
            await JournalWriter.AppendAsync(tx, await NoticeRecords.CaseRefAsync(tx, notice), actor, "review-taken-over",
                $"took over the review of {notice.Ref} for {away.Name}, away until {away.Until}; version {notice.CurrentVersion} prints the new name",
                new { notice = notice.Ref, version = notice.CurrentVersion, @for = away.Login, until = away.UntilDate, pdf_sha256 = compiled.Pdf.Sha256 });
        });
        return notice.CurrentVersion;
    }

    private static async Task<(NoticeRow, NoticeVersionRow, Absence)> ReadAsync(DeskTransaction tx, Actor actor, string reference)
    {
        var notice = await NoticeRecords.GetAsync(tx, reference);
        ReviewActs.RequireReviewed(notice);
        ReviewActs.Expect(notice, "taken over", NoticeStatus.InReview);
        var away = await AbsenceRecords.StandInAsync(tx.Connection, notice.Reviewer, tx.Now)
            ?? throw new DeskException($"{notice.Reviewer}, who reviews {notice.Ref}, is not away, or nobody stands in for them.");
        var version = await NoticeRecords.VersionAsync(tx, notice);
        if (away.Substitute != actor.Login)
            throw new DeskException($"{away.SubstituteName} stands in for {away.Name} until {away.Until}; the review is theirs to take over.");
        return actor.Login == notice.Author || actor.Login == version.CompiledBy
            ? throw new DeskException($"You {(actor.Login == notice.Author ? "drafted" : "compiled the current version of")} {notice.Ref}, so you cannot approve it in the place of {away.Name}; redraft it for another lawyer.")
            : (notice, version, away);
    }
}
