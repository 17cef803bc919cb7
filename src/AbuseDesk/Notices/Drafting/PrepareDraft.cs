using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Deadlines.Computing;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Gathering;
using AbuseDesk.Notices.Workshop;
using NodaTime;

namespace AbuseDesk.Notices.Drafting;

/// <summary>A notice about to be compiled, still without its reference, and the items that a forwarding sends.</summary>
public sealed record PreparedDraft(NoticeRow Notice, IReadOnlyList<long>? ItemIds);

/// <summary>Turns what the author decided into a notice row, with every gap and contradiction refused in one sentence.</summary>
public sealed class PrepareDraft(DeskZone zone, CurrentTemplates templates, PolicyWords policy, DeadlineRules deadlines, CountingOf countings)
{
    /// <exception cref="DeskException">Something is missing, unknown or contradictory.</exception>
    public async Task<PreparedDraft> RunAsync(DeskTransaction tx, Actor actor, DraftNoticeRequest request)
    {
        request = request with { ActBy = request.ActBy ?? UsualActBy(request.Kind, tx.Now) };
        Require(request, tx.Now);
        var letter = NoticeKinds.ForReporter(request.Kind) ? await ReporterLetter.FindAsync(tx, request) : null;
        var @case = await CaseAsync(tx, letter?.CaseRef ?? request.CaseRef);
        await OneSuspension.RefuseAnotherAsync(tx, @case.Id, @case.CustomerId, request.Kind);
        await OneTermination.RefuseAnotherAsync(tx, @case.Id, @case.CustomerId, request.Kind);
        await OneReinstatement.RequireAsync(tx, @case.Id, request.Kind);
        // nothing is known of the reporter's clock
        var readers = letter is null
            ? await DraftReaders.FindAsync(tx, @case.CustomerId, request)
            : new DraftReaders("reporter", await LetterLanguage.OfAsync(tx, templates, request, letter.Email), zone.Id, [letter.Email], []);
        var reviewer = NoticeKinds.NeedsReview(request.Kind) ? await ReviewerAsync(tx, actor, request.Reviewer) : null;
        var language = await templates.LanguageForAsync(tx.Connection, request.Kind, readers.Locale);
        var items = request.Kind == NoticeKind.Forwarding ? await ItemsAsync(tx, @case, request.ItemNumbers) : null;
        var row = Row(request, actor, @case, readers, reviewer, language, tx.Now) with { Reports = letter?.Reports, Conditions = ConditionsText(request.Conditions), AutomatedMeans = Sentence(request.AutomatedMeans) };
        return new PreparedDraft(await StandInReviewer.OfAsync(tx, row, actor.Login), items);
    }

    /// <summary>A forwarding gives the time of the policy, counted from the next full hour; what else is asked for has no usual time.</summary>
    private PromisedTime? UsualActBy(NoticeKind kind, Instant now)
    {
        var rule = deadlines.Get(DeadlineRules.ActBy);
        if (kind != NoticeKind.Forwarding || rule.Within is not { } within)
            return null;
        const long hour = NodaConstants.SecondsPerHour;
        var full = (now.ToUnixTimeSeconds() + hour - 1) / hour * hour;
        return Computation.Of(countings.With(rule, within, zone.Id), Instant.FromUnixTimeSeconds(full)).Due;
    }

    private static void Require(DraftNoticeRequest request, Instant now)
    {
        var measure = NoticeKinds.IsMeasure(request.Kind);
        var happens = EffectWords.Of(request.Kind);
        var problem = request switch
        {
            _ when !NoticeKinds.Drafted.Contains(request.Kind) => $"Notices of the kind “{Words.Of(request.Kind)}” cannot be drafted by this version; use {string.Join(", ", NoticeKinds.Drafted.Select(Words.Of))}.",
            { ReportRef: null } when NoticeKinds.ForReporter(request.Kind) => $"Name the report (--report on the command line): a {Words.Of(request.Kind)} goes to its reporter.",
            { ReportRef: not null } when !NoticeKinds.ForReporter(request.Kind) => $"A {Words.Of(request.Kind).Replace('-', ' ')} goes to the customer and answers no report; leave the report out.",
            { CaseRef: "" } when !NoticeKinds.ForReporter(request.Kind) => "Name the case (--case on the command line).",
            { To.Count: > 0 } or { Copies.Count: > 0 } when NoticeKinds.ForReporter(request.Kind) => $"A {Words.Of(request.Kind)} goes to the reporter alone; name no contacts of the customer.",
            { Language: not null } when !NoticeKinds.ForReporter(request.Kind) => "A notice to the customer is written in the language of the contact addressed first; leave the language out.",
            { AutomatedMeans: not null, Kind: NoticeKind.Receipt or NoticeKind.Reinstatement } => $"A {Words.Of(request.Kind)} tells of no decision on content; leave the automated means out.",
            { Conditions.Count: > 0, Kind: not NoticeKind.Reinstatement } => "Conditions go with a reinstatement only; leave them out.",
            { Kind: NoticeKind.Reinstatement, Effective: not null } or { Kind: NoticeKind.Reinstatement, ContractPath: not null } => "A reinstatement states when the suspension was lifted; leave the contract path and the instant out.",
            { ActBy: null, Kind: NoticeKind.Forwarding or NoticeKind.PlanRequest } => request.Kind == NoticeKind.PlanRequest
                    ? "Give the date to act by (--act-by on the command line): a plan request must say by when the plan is to reach us."
                    : "Give the date to act by (--act-by on the command line): the policy names no usual time for a forwarding.",
            { Effective: null } when measure => $"Give the instant at which {happens}, as a local time and its zone.",
            { PreserveUntil: null } when measure => "Give the instant until which the customer's data are preserved.",
            { ContractPath: not ("cure" or "immediate"), Kind: NoticeKind.Suspension } => "Choose the contract path: cure or immediate.",
            { ContractPath: not (null or "termination"), Kind: NoticeKind.Termination } => "A termination takes the termination path of the terms; leave the contract path out.",
            { Effective.Instant: var effective } when measure && effective <= now => EffectWords.InThePast(request.Kind),
            { PreserveUntil.Instant: var until, Effective.Instant: var effective } when measure && until <= effective => $"The data must be preserved beyond the instant at which {happens}.",
            { ActBy.Instant: var actBy } when actBy <= now => "The date to act by is in the past; choose a later one.",
            { AcknowledgeBy.Instant: var acknowledgeBy } when acknowledgeBy <= now => "The date to confirm receipt by is in the past; choose a later one.",
            _ => null,
        };
        if (problem is not null)
            throw new DeskException(problem);
    }

    private static async Task<CaseRow> CaseAsync(DeskTransaction tx, string reference)
    {
        var found = await tx.FindAsync<CaseRow>(
            """
            select c.id, c.ref, c.customer_id, u.account, u.name as customer_name
            from cases c join customers u on u.id = c.customer_id
            where c.ref = @reference and c.status = 'open'
            """,
            new { reference });
        return found ?? throw new DeskException($"There is no open case {Shown.Briefly(reference)}; a reference looks like C-2020-0417.");
    }

    private static async Task<string> ReviewerAsync(DeskTransaction tx, Actor actor, string? wanted)
    {
        var lawyers = (await tx.QueryAsync<(string Login, string Roles)>("select login, roles from staff where not disabled order by login"))
            .Where(row => row.Roles.Split(' ').Contains("legal") && row.Login != actor.Login).Select(row => row.Login).ToList();
        return (wanted, lawyers) switch
        {
            (null, [var only]) => only,
            (null, []) => throw new DeskException("Nobody but the author has the role legal, so nobody could approve this notice; add a lawyer first."),
            (null, _) => throw new DeskException($"Name the lawyer who will approve the notice: {string.Join(", ", lawyers)}."),
            _ when lawyers.Contains(wanted) => wanted,
            _ when wanted == actor.Login => throw new DeskException("The author of a notice cannot approve it; name another lawyer."),
            _ => throw new DeskException($"{wanted} does not have the role legal; name one of {string.Join(", ", lawyers)}."),
        };
    }

    private static async Task<IReadOnlyList<long>> ItemsAsync(DeskTransaction tx, CaseRow @case, IReadOnlyList<int>? numbers)
    {
        var open = (await tx.QueryAsync<(long Id, int Number)>(
            """
            select i.id, i.number from items i
            where i.case_id = @Id
              and exists (select 1 from violations v where v.item_id = i.id and v.reversed_at is null)
              and not exists (select 1 from forwarding_items f where f.item_id = i.id)
            order by i.number
            """,
            @case)).ToList();
        if (numbers?.Except(open.Select(item => item.Number)).ToList() is { Count: > 0 } wrong)
            throw new DeskException($"Item {wrong[0]} of {@case.Ref} cannot be forwarded: it does not exist, was not upheld or was sent already.");
        var chosen = open.Where(item => numbers?.Contains(item.Number) ?? true).Select(item => item.Id).ToList();
        return chosen.Count > 0 ? chosen : throw new DeskException($"{@case.Ref} has no upheld item that was not sent yet; there is nothing to forward.");
    }

    private NoticeRow Row(
        DraftNoticeRequest request, Actor actor, CaseRow @case, DraftReaders readers, string? reviewer, string language, Instant now) => new()
        {
            Id = 0,
            Ref = "",
            CaseId = @case.Id,
            CustomerId = @case.CustomerId,
            Kind = Words.Of(request.Kind),
            Status = Words.Of(NoticeStatus.Draft),
            CurrentVersion = 1,
            Author = actor.Login,
            Reviewer = reviewer,
            Language = language,
            Locale = readers.Locale,
            Addressee = readers.Role,
            Recipients = string.Join(", ", readers.To),
            Copies = string.Join(", ", readers.Copies),
            CustomerZone = readers.Zone,
            Criteria = request.Kind == NoticeKind.PlanRequest ? StepGathering.CriteriaText(request.Criteria ?? policy.PlanCriteria()) : null,
            ContractPath = request.Kind == NoticeKind.Termination ? Words.Of(Terms.ContractPath.Termination) : request.ContractPath,
            ActByAt = request.ActBy?.Instant,
            ActByLocal = LocalText(request.ActBy?.Local),
            ActByZone = request.ActBy?.Zone,
            EffectiveAt = request.Effective?.Instant,
            EffectiveLocal = LocalText(request.Effective?.Local),
            EffectiveZone = request.Effective?.Zone ?? zone.Id,
            PreserveUntilAt = request.PreserveUntil?.Instant,
            PreserveUntilLocal = LocalText(request.PreserveUntil?.Local),
            AcknowledgeByAt = request.AcknowledgeBy?.Instant,
            AcknowledgeByLocal = LocalText(request.AcknowledgeBy?.Local),
            VerificationCode = VerificationCode.Next(),
            CreatedAt = now,
            ApprovedBy = null,
            ApprovedAt = null,
            SentAt = null,
            SentBy = null,
            Version = 1,
        };

    /// <summary>One line that ends as a sentence does; null for nothing.</summary>
    internal static string? Sentence(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) switch
    {
        "" => null,
        [.., '.' or '!' or '?'] whole => whole,
        var open => open + ".",
    };

    internal static string? ConditionsText(IReadOnlyList<string> conditions) =>
        string.Join('\n', conditions.Select(condition => string.Join(' ', condition.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0))
            is { Length: > 0 } text ? text : null;

    internal static string? LocalText(LocalDateTime? local) =>
        local is { } value ? NodaTime.Text.LocalDateTimePattern.ExtendedIso.Format(value) : null;
}
