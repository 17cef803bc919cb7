using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Journal;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Notices.Drafting;

/// <summary>What the author changes in a notice; null leaves it as it is.</summary>
public sealed record RedraftNoticeRequest
{
    public string? Comment { get; init; }

    public string? ContractPath { get; init; }

    /// <summary>What a reinstatement asks of the customer, all of it anew; empty for nothing.</summary>
    public IReadOnlyList<string>? Conditions { get; init; }

    /// <summary>Empty where none were used.</summary>
    public string? AutomatedMeans { get; init; }

    public PromisedTime? ActBy { get; init; }

    public PromisedTime? Effective { get; init; }

    public PromisedTime? PreserveUntil { get; init; }

    public PromisedTime? AcknowledgeBy { get; init; }
}

/// <summary>Compiles a further version from the record as it is now; an approval that was given is voided.</summary>
public sealed class RedraftNotice(DeskDatabase database, CompileNotice compile, KeepVersion keep, WithdrawDeadlines deadlines)
{
    /// <exception cref="DeskException">The notice was sent or withdrawn, or a change contradicts the rest.</exception>
    public async Task<DraftedNotice> RunAsync(Actor actor, string reference, RedraftNoticeRequest changes)
    {
        actor.Demand("redraft a notice", Role.Agent, Role.Lead, Role.Legal);
        var (old, itemIds) = await database.SnapshotAsync(tx => ReadAsync(tx, reference));
        var notice = await database.SnapshotAsync(tx => StandInReviewer.OfAsync(tx, Changed(old, changes, tx.Now), actor.Login));
        var compiled = await compile.RunAsync(notice, itemIds);
        await database.WriteAsync(async tx =>
        {
            await CaseHead.TakeAsync(tx, old.CaseId);
            await UpdateAsync(tx, old, notice);
            await keep.RunAsync(tx, actor, notice, compiled, itemIds);
            await VoidApproval.IfApprovedAsync(tx, actor, old, $"{actor.Name} redrafted the notice");
            var caseRef = await NoticeRecords.CaseRefAsync(tx, notice);
            await JournalWriter.AppendAsync(tx, caseRef, actor, "notice-redrafted",
                $"compiled version {notice.CurrentVersion} of {notice.Ref}{(notice.Reviewer == old.Reviewer ? "" : $", which {notice.Reviewer} reviews for {notice.ReviewerFor}, away until {notice.ReviewerForUntil}")}{(changes.Comment is { } comment ? $": “{comment}”" : "")}",
                new { notice = notice.Ref, version = notice.CurrentVersion, pdf_sha256 = compiled.Pdf.Sha256, facts_sha256 = compiled.Facts.Sha256, changes.Comment });
            // what the reviewer had to decide, and by when the old version had to leave, is over
            await deadlines.RunAsync(tx, actor, notice.CaseId, notice.Id, rule: null,
                NoticeKinds.NeedsReview(Words.Parse<NoticeKind>(notice.Kind)) ? "submit the notice" : "send the notice");
        });
        return new DraftedNotice(reference, notice.CurrentVersion, compiled.Pages, compiled.MissingGlyphs);
    }

    private static async Task<(NoticeRow, IReadOnlyList<long>?)> ReadAsync(DeskTransaction tx, string reference)
    {
        var notice = await NoticeRecords.GetAsync(tx, reference);
        if (Words.Parse<NoticeStatus>(notice.Status) is NoticeStatus.Sent or NoticeStatus.Withdrawn)
            throw new DeskException($"{reference} was {notice.Status} and stays as it is; draft another notice.");
        return (notice, await NoticeItems.OfForwardingAsync(tx, notice));
    }

    private static NoticeRow Changed(NoticeRow old, RedraftNoticeRequest changes, NodaTime.Instant now)
    {
        var notice = old with
        {
            Status = Words.Of(NoticeStatus.Draft),
            CurrentVersion = old.CurrentVersion + 1,
            ContractPath = changes.ContractPath ?? old.ContractPath,
            Conditions = changes.Conditions is { } conditions ? PrepareDraft.ConditionsText(conditions) : old.Conditions,
            AutomatedMeans = changes.AutomatedMeans is { } means ? PrepareDraft.Sentence(means) : old.AutomatedMeans,
            ActByAt = changes.ActBy?.Instant ?? old.ActByAt,
            ActByLocal = PrepareDraft.LocalText(changes.ActBy?.Local) ?? old.ActByLocal,
            ActByZone = changes.ActBy?.Zone ?? old.ActByZone,
            EffectiveAt = changes.Effective?.Instant ?? old.EffectiveAt,
            EffectiveLocal = PrepareDraft.LocalText(changes.Effective?.Local) ?? old.EffectiveLocal,
            EffectiveZone = changes.Effective?.Zone ?? old.EffectiveZone,
            PreserveUntilAt = changes.PreserveUntil?.Instant ?? old.PreserveUntilAt,
            PreserveUntilLocal = PrepareDraft.LocalText(changes.PreserveUntil?.Local) ?? old.PreserveUntilLocal,
            AcknowledgeByAt = changes.AcknowledgeBy?.Instant ?? old.AcknowledgeByAt,
            AcknowledgeByLocal = PrepareDraft.LocalText(changes.AcknowledgeBy?.Local) ?? old.AcknowledgeByLocal,
        };
        return Problem(notice, now) is { } problem ? throw new DeskException(problem) : notice;
    }

    private static string? Problem(NoticeRow notice, NodaTime.Instant now) => notice switch
    {
        { Kind: "suspension", ContractPath: not ("cure" or "immediate") } => "Choose the contract path: cure or immediate.",
        { Kind: "termination", ContractPath: not "termination" } => "A termination takes the termination path of the terms; leave the contract path out.",
        { Kind: not "reinstatement", Conditions: not null } => "Conditions go with a reinstatement only; leave them out.",
        { Kind: "receipt" or "reinstatement", AutomatedMeans: not null } => $"A {notice.Kind} tells of no decision on content; leave the automated means out.",
        _ when notice.EffectiveAt <= now => EffectWords.InThePast(Words.Parse<NoticeKind>(notice.Kind)),
        _ when notice.PreserveUntilAt <= notice.EffectiveAt => $"The data must be preserved beyond the instant at which {EffectWords.Of(Words.Parse<NoticeKind>(notice.Kind))}.",
        _ when notice.ActByAt <= now => "The date to act by is in the past; choose a later one.",
        _ when notice.AcknowledgeByAt <= now => "The date to confirm receipt by is in the past; choose a later one.",
        _ => null,
    };

    private static async Task UpdateAsync(DeskTransaction tx, NoticeRow old, NoticeRow notice)
    {
        var changed = await tx.ExecuteAsync(
            """
            update notices set
              status = @Status, current_version = @CurrentVersion, reviewer = @Reviewer, reviewer_for = @ReviewerFor,
              reviewer_for_until = @ReviewerForUntil, contract_path = @ContractPath,
              conditions = @Conditions, automated_means = @AutomatedMeans,
              act_by_at = @ActByAt, act_by_local = @ActByLocal, act_by_zone = @ActByZone,
              effective_at = @EffectiveAt, effective_local = @EffectiveLocal, effective_zone = @EffectiveZone,
              preserve_until_at = @PreserveUntilAt, preserve_until_local = @PreserveUntilLocal,
              acknowledge_by_at = @AcknowledgeByAt, acknowledge_by_local = @AcknowledgeByLocal,
              approved_by = null, approved_at = null, version = version + 1
            where id = @Id and version = @Version
            """,
            notice);
        if (changed == 0)
            throw new DeskException($"{old.Ref} was changed by somebody else meanwhile; open it again and repeat your change.");
    }
}
