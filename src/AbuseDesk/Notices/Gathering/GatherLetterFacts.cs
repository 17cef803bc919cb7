using AbuseDesk.Database;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates;
using NodaTime;

namespace AbuseDesk.Notices.Gathering;

/// <summary>
/// Computes what a letter to a reporter may say. The customer, its items, the screenshots and the other reports are no facts of it, so
/// that no template can print them.
/// </summary>
public sealed class GatherLetterFacts(DeskSettings settings, DeskZone zone)
{
    public async Task<GatheredFacts> RunAsync(DeskTransaction tx, CaseFile file, NoticeRow notice, Instant date)
    {
        var context = new GatheringContext
        {
            File = file,
            Notice = notice,
            Kind = Words.Parse<NoticeKind>(notice.Kind),
            Date = date,
            DeskZone = zone.Id,
            Items = [],
            LastCheck = null,
        };
        var (reporter, itemIds) = await ReporterGathering.RunAsync(tx, context);
        var upheld = context.Kind == NoticeKind.Decision ? file.Items.Where(item => itemIds.Contains(item.Id)).ToList() : [];
        var terms = TermsGathering.Versions(context with { Items = upheld }, new DocumentLabels(context, null))
            // items count within the customer's case, which is none of the reporter's business
            .Select(version => version with { ItemNumbers = [] });
        return new GatheredFacts(Facts(context, reporter, [.. terms]), null, itemIds);
    }

    private NoticeFacts Facts(GatheringContext context, ReporterFacts reporter, IReadOnlyList<TermsVersionFacts> terms) => new()
    {
        Ref = context.Notice.Ref,
        CaseRef = context.File.Case.Ref,
        Kind = context.Kind,
        Date = context.Moment(context.Date),
        Language = context.Notice.Language,
        Provider = Brand.Read(settings.Templates).ToFacts(context.Moment(context.Date)),
        Customer = null,
        Reporter = reporter,
        Conduct = null,
        Items = [],
        AttributionShown = false,
        AutomatedMeans = context.Notice.AutomatedMeans,
        Batches = [],
        BatchesSentTo = [],
        LastCheck = null,
        Warnings = [],
        PlanRequest = null,
        Plan = null,
        Assessment = null,
        Terms = terms,
        ClauseChanges = [],
        Contract = null,
        Measure = null,
        ActBy = null,
        AcknowledgeBy = null,
        NextSteps = [],
        Documents = [],
        Author = PartyGathering.Person(context, context.Notice.Author),
        Approver = null,
        VerificationCode = context.Notice.VerificationCode,
    };
}
