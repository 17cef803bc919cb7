using AbuseDesk.Cases;
using AbuseDesk.Notices.Facts;
using NodaTime;
using static AbuseDesk.Tests.Notices.SampleItems;

namespace AbuseDesk.Tests.Notices;

/// <summary>The facts of the notices before the suspension: the record as it stood at an earlier check.</summary>
internal static class SampleSteps
{
    public static NoticeFacts Forwarding() => Earlier(NoticeKind.Forwarding, "N-2020-0301", 1, "2020-11-23T09:00:00", "2020-11-23T09:00:00") with
    {
        ActBy = InZones("2020-11-24T09:00:00"),
        LastCheck = null,
        NextSteps = [Next(NoticeKind.Warning, "fewer than half of the items are removed by the date to act by")],
    };

    public static NoticeFacts Warning() => Earlier(NoticeKind.Warning, "N-2020-0312", 3, "2020-12-08T09:00:00", "2020-12-10T10:30:00") with
    {
        ActBy = InZones("2020-12-14T17:00:00"),
        NextSteps =
        [
            Next(NoticeKind.PlanRequest, "items sent after this warning stay available beyond their date to act by"),
            Next(NoticeKind.Suspension, "the number of such items keeps growing and no adequate plan is given on request"),
        ],
        Approver = SampleFacts.Suspension().Approver,
        VerificationCode = "3KXR-9PW7",
    };

    public static NoticeFacts PlanRequest() => Earlier(NoticeKind.PlanRequest, "N-2020-0328", 6, "2020-12-22T09:00:00", "2020-12-28T15:00:00") with
    {
        ActBy = InZones("2021-01-07T17:00:00"),
        // the sixth batch was sent after the last check
        LastCheck = SampleFacts.Check("2020-12-22T09:00:00", 32, 12, null),
        Warnings = [SampleParties.Warning(null) with { Exhibit = null }],
        PlanRequest = new() { Sent = Moment("2020-12-28T15:00:00"), Exhibit = null, Criteria = SampleParties.Criteria },
        NextSteps = [Next(NoticeKind.Suspension, "the plan is insufficient or does not reach us in time")],
    };

    private static NoticeFacts Earlier(NoticeKind kind, string reference, int batches, string check, string date)
    {
        var last = SampleFacts.Suspension();
        var at = At(check);
        var items = last.Items.Where(item => item.Batch <= batches).Select(item => AsOf(item, at, kind)).ToArray();
        var sent = SampleDocuments.Batches(items).Take(batches)
            .Select(batch => batch with { Exhibit = null, DuePassed = batch.ActBy.Provider.Instant <= at }).ToArray();
        var removed = items.Count(item => item.State == ItemState.Removed);
        return last with
        {
            Kind = kind,
            Ref = reference,
            Date = Moment(date),
            Items = items,
            Batches = sent,
            LastCheck = new() { At = Moment(check), Sent = items.Length, Removed = removed, StillUp = items.Length - removed, Exhibit = null },
            Warnings = [],
            PlanRequest = null,
            Plan = null,
            Assessment = null,
            Terms = Terms(items),
            ClauseChanges = [],
            Contract = null,
            Measure = null,
            AcknowledgeBy = null,
            Documents = [],
            Approver = null,
            VerificationCode = null,
        };
    }

    private static TermsVersionFacts[] Terms(ItemFacts[] items) =>
    [
        .. SampleTerms.Versions.Select(version => version with
        {
            ItemNumbers = [.. items.Where(item => item.TermsVersion == version.Version).Select(item => item.Number)],
        }).Where(version => version.ItemNumbers.Count > 0),
    ];

    private static ItemFacts AsOf(ItemFacts item, Instant check, NoticeKind kind) =>
        kind == NoticeKind.Forwarding ? item with { State = ItemState.Unchecked, RemovedFoundAt = null }
        : kind == NoticeKind.PlanRequest && item.Batch == 6 ? item with { State = ItemState.Unchecked, RemovedFoundAt = null }
        : item.RemovedFoundAt?.Instant <= check ? item
        : item with { State = ItemState.StillUp, RemovedFoundAt = null };

    private static NextStepFacts Next(NoticeKind step, string condition) => new() { Step = step, Condition = condition };
}
