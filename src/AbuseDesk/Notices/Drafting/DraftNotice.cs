using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Journal;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Drafting;

/// <summary>A notice, just drafted.</summary>
/// <param name="Ref">"N-2021-0036".</param>
/// <param name="Version">1 for a new notice.</param>
/// <param name="Pages">Pages of the PDF.</param>
/// <param name="MissingGlyphs">Characters that no font here can print.</param>
public sealed record DraftedNotice(string Ref, int Version, int Pages, IReadOnlyList<string> MissingGlyphs);

/// <summary>Compiles a new notice from the record.</summary>
public sealed class DraftNotice(DeskDatabase database, References references, PrepareDraft prepare, CompileNotice compile, KeepVersion keep)
{
    /// <exception cref="DeskException">The author may not, or something is missing, unknown or contradictory.</exception>
    public async Task<DraftedNotice> RunAsync(Actor actor, DraftNoticeRequest request)
    {
        actor.Demand("draft a notice", Role.Agent, Role.Lead, Role.Legal);
        var prepared = await database.SnapshotAsync(tx => prepare.RunAsync(tx, actor, request));
        await compile.TryAsync(prepared.Notice with { Ref = "N-0000-0000" }, prepared.ItemIds);
        // the PDF prints the number, so it is taken before the drawing, but after all that can be refused, and given back if that fails
        var reference = await database.WriteAsync(references.NextNoticeAsync);
        try
        {
            return await StoreAsync(actor, request, prepared with { Notice = prepared.Notice with { Ref = reference } });
        }
        catch
        {
            await database.WriteAsync(tx => References.GiveBackNoticeAsync(tx, reference));
            throw;
        }
    }

    private async Task<DraftedNotice> StoreAsync(Actor actor, DraftNoticeRequest request, PreparedDraft draft)
    {
        var compiled = await compile.RunAsync(draft.Notice, draft.ItemIds);
        await database.WriteAsync(async tx =>
        {
            // again, with the case taken: two people may draft at once
            (await CaseHead.TakeAsync(tx, draft.Notice.CaseId)).DemandOpen();
            await OneSuspension.RefuseAnotherAsync(tx, draft.Notice.CaseId, draft.Notice.CustomerId, request.Kind);
            await OneTermination.RefuseAnotherAsync(tx, draft.Notice.CaseId, draft.Notice.CustomerId, request.Kind);
            await OneReinstatement.RequireAsync(tx, draft.Notice.CaseId, request.Kind);
            await ReporterLetter.RefuseAnotherAsync(tx, draft.Notice, request.Kind);
            var notice = draft.Notice with { Id = await InsertAsync(tx, draft.Notice) };
            await keep.RunAsync(tx, actor, notice, compiled, draft.ItemIds);
            var caseRef = await NoticeRecords.CaseRefAsync(tx, notice);
            await JournalWriter.AppendAsync(tx, caseRef, actor, "notice-drafted",
                $"drafted {KindWords(request.Kind)} {notice.Ref} with {Counted.Of(compiled.ItemIds.Count, "item")}{(notice.ReviewerFor is { } away ? $"; {notice.Reviewer} reviews it for {away}, away until {notice.ReviewerForUntil}" : "")}",
                new { notice = notice.Ref, version = 1, kind = notice.Kind, pdf_sha256 = compiled.Pdf.Sha256, facts_sha256 = compiled.Facts.Sha256, notice.ContractPath, notice.Reviewer, notice.ReviewerFor, notice.ReviewerForUntil });
        });
        return new DraftedNotice(draft.Notice.Ref, 1, compiled.Pages, compiled.MissingGlyphs);
    }

    /// <summary>"the suspension notice", "the forwarding".</summary>
    internal static string KindWords(NoticeKind kind) => kind switch
    {
        NoticeKind.Forwarding => "the forwarding",
        NoticeKind.Warning => "the warning",
        NoticeKind.PlanRequest => "the plan request",
        NoticeKind.Receipt => "the receipt",
        NoticeKind.Decision => "the decision",
        _ => $"the {Words.Of(kind)} notice",
    };

    private static Task<long> InsertAsync(DeskTransaction tx, NoticeRow notice) => tx.GetAsync<long>(
        """
        insert into notices (
          ref, case_id, customer_id, kind, status, current_version, author, reviewer, reviewer_for, reviewer_for_until, language, locale, addressee, recipients, copies,
          customer_zone, reports, conditions, automated_means, criteria, contract_path, act_by_at, act_by_local, act_by_zone, effective_at, effective_local, effective_zone,
          preserve_until_at, preserve_until_local, acknowledge_by_at, acknowledge_by_local, verification_code, created_at)
        values (
          @Ref, @CaseId, @CustomerId, @Kind, @Status, @CurrentVersion, @Author, @Reviewer, @ReviewerFor, @ReviewerForUntil, @Language, @Locale, @Addressee, @Recipients, @Copies,
          @CustomerZone, @Reports, @Conditions, @AutomatedMeans, @Criteria, @ContractPath, @ActByAt, @ActByLocal, @ActByZone, @EffectiveAt, @EffectiveLocal, @EffectiveZone,
          @PreserveUntilAt, @PreserveUntilLocal, @AcknowledgeByAt, @AcknowledgeByLocal, @VerificationCode, @CreatedAt)
        returning id
        """,
        notice);
}
