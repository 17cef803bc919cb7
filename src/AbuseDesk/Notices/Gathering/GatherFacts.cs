using AbuseDesk.Database;
using AbuseDesk.Escalation;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates;
using NodaTime;

namespace AbuseDesk.Notices.Gathering;

/// <summary>The facts of a notice, and the file of the checks that they cite (null where nothing was checked).</summary>
public sealed record GatheredFacts(NoticeFacts Facts, ChecksDocument? Checks, IReadOnlyList<long> ItemIds);

/// <summary>
/// Computes all that a notice may say from the record. The same record, notice and date give the same facts, so that
/// gathering again shows whether anything has changed since.
/// </summary>
public sealed class GatherFacts(DeskSettings settings, DeskZone zone, PolicyWords policy, GatherLetterFacts letters)
{
    /// <param name="tx">The view of the record.</param>
    /// <param name="notice">The notice, which need not be in its table yet.</param>
    /// <param name="date">The instant at which the version is compiled: the date of the notice.</param>
    /// <param name="itemIds">The items of a forwarding; null for the other kinds, which speak of all items sent.</param>
    public async Task<GatheredFacts> RunAsync(DeskTransaction tx, NoticeRow notice, Instant date, IReadOnlyList<long>? itemIds)
    {
        var file = await ReadCaseFile.RunAsync(tx, notice.CaseId);
        if (NoticeKinds.ForReporter(Words.Parse<NoticeKind>(notice.Kind)))
            return await letters.RunAsync(tx, file, notice, date);
        var chosen = itemIds?.ToHashSet();
        List<ItemRow> items =
        [
            .. file.Items.Where(item => chosen is null ? item.Batch is not null : chosen.Contains(item.Id))
                // numbers follow the filing, and the older item may have been filed later
                .OrderBy(item => item.FirstSeenAt).ThenBy(item => item.Number),
        ];
        if (items.Count == 0)
            throw new DeskException($"{file.Case.Ref} has no item that was upheld and sent to the customer, so there is nothing to give notice of.");
        var ids = items.Select(item => item.Id).ToHashSet();
        var context = new GatheringContext
        {
            File = file,
            Notice = notice,
            Kind = Words.Parse<NoticeKind>(notice.Kind),
            Date = date,
            DeskZone = zone.Id,
            Items = items,
            LastCheck = file.Checks.LastOrDefault(check => ids.Contains(check.ItemId))?.CheckedAt,
        };
        if (context is { LastCheck: null, Kind: not NoticeKind.Forwarding })
            throw new DeskException($"No item of {file.Case.Ref} was looked at since it was sent; record a check first, as the notice states what is still up.");
        var checks = ChecksDocument.Of(file);
        var shown = await AttributionGathering.ShownAsync(tx, file, items);
        return new GatheredFacts(Facts(context, checks, shown) with { Suspension = await SuspensionGathering.FindAsync(tx, context, new DocumentLabels(context, checks)) }, checks, [.. items.Select(item => item.Id)]);
    }

    private NoticeFacts Facts(GatheringContext context, ChecksDocument? checks, bool attributionShown)
    {
        var labels = new DocumentLabels(context, checks);
        var words = new TemplateLibrary(settings.Templates).WordsOf(context.Notice.Language);
        return new NoticeFacts
        {
            Ref = context.Notice.Ref,
            CaseRef = context.File.Case.Ref,
            Kind = context.Kind,
            Date = context.Moment(context.Date),
            Language = context.Notice.Language,
            FallbackFrom = context.Notice.Locale is { } locale && TemplateLibrary.LanguageOf(locale) != context.Notice.Language ? locale : null,
            Provider = Brand.Read(settings.Templates).ToFacts(context.Moment(context.Notice.EffectiveAt ?? context.Date)),
            Customer = PartyGathering.Customer(context, words),
            Conduct = Conduct(context),
            Items = ItemGathering.Items(context, words),
            AttributionShown = attributionShown,
            AutomatedMeans = context.Notice.AutomatedMeans,
            Batches = BatchGathering.Batches(context, labels),
            BatchesSentTo = [.. context.File.Forwardings.SelectMany(sent => GatheringContext.Addresses(sent.Recipients)).Distinct()],
            LastCheck = BatchGathering.LastCheck(context, labels),
            Warnings = StepGathering.Warnings(context, labels),
            PlanRequest = StepGathering.PlanRequest(context, policy, labels),
            Plan = StepGathering.Plan(context, labels),
            Assessment = StepGathering.Assessment(context, policy, labels),
            Terms = TermsGathering.Versions(context, labels),
            ClauseChanges = TermsGathering.Changes(context),
            Contract = ContractGathering.Contract(context, policy, labels),
            Measure = Measure(context),
            Conditions = (context.Notice.Conditions ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries),
            ActBy = context.InZones(context.Notice.ActByAt),
            AcknowledgeBy = context.InZones(context.Notice.AcknowledgeByAt),
            NextSteps = NextStepGathering.NextSteps(context.Kind, LadderFile.Load(Path.Combine(settings.Templates, "policy", "ladder.yml")), words),
            Documents = labels.All,
            Author = PartyGathering.Person(context, context.Notice.Author),
            Approver = context.Notice.Reviewer is { } reviewer ? PartyGathering.Person(context, reviewer) : null,
            VerificationCode = context.Notice.VerificationCode,
        };
    }

    /// <summary>Words for the conduct where all items breach one topic.</summary>
    private ConductFacts? Conduct(GatheringContext context) =>
        context.Items.Select(item => context.File.Clauses[item.ClauseId].Topic).Distinct().ToList() is [var topic]
            ? policy.Conduct(topic, context.Notice.Language)
            : null;

    private static MeasureFacts? Measure(GatheringContext context) =>
        context.Notice is not { EffectiveAt: { } effective, PreserveUntilAt: { } preserved } ? null : new MeasureFacts
        {
            Resources = context.File.Resources,
            AllServices = true,
            Territories = [],
            Effective = context.InZones(effective),
            EndsAt = null,
            PreservedUntil = context.InZones(preserved),
        };
}
