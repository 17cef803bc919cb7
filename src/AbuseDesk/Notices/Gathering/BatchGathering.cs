using AbuseDesk.Cases;
using AbuseDesk.Notices.Facts;
using NodaTime;

namespace AbuseDesk.Notices.Gathering;

/// <summary>Batches and checks: the figures of the notice.</summary>
internal static class BatchGathering
{
    /// <summary>The number of the batch that a forwarding not yet sent will have.</summary>
    public static int NextBatch(GatheringContext context) =>
        context.File.Forwardings.Select(forwarding => forwarding.Batch).DefaultIfEmpty().Max() + 1;

    public static IReadOnlyList<BatchFacts> Batches(GatheringContext context, DocumentLabels labels)
    {
        var sent = context.File.Forwardings.Select(forwarding => Batch(
            context, forwarding.Batch, forwarding.SentAt, forwarding.ActByAt, labels.OfForwarding(forwarding.Batch),
            [.. context.File.Items.Where(item => item.Batch == forwarding.Batch)]));
        return context.Kind == NoticeKind.Forwarding && context.Notice.ActByAt is { } actBy
            ? [.. sent, Batch(context, NextBatch(context), context.Date, actBy, null, context.Items)]
            : [.. sent];
    }

    /// <summary>The state of the items sent by the last check, as that check found it.</summary>
    public static CheckFacts? LastCheck(GatheringContext context, DocumentLabels labels) =>
        context.LastCheck is not { } at ? null : new CheckFacts
        {
            At = context.Moment(at),
            // what was sent after the check was not looked at by it
            Sent = context.Items.Count(item => !context.File.Forwardings.Any(sent => sent.Batch == item.Batch && sent.SentAt > at)),
            Removed = context.Items.Count(item => item.State == "removed"),
            StillUp = context.Items.Count(item => item.State == "still-up"),
            Exhibit = labels.OfChecks,
        };

    /// <summary>The last check at or before an instant, over the items sent by then.</summary>
    public static CheckFacts? CheckBefore(GatheringContext context, Instant before, DocumentLabels labels)
    {
        var checks = context.File.Checks.Where(check => check.CheckedAt <= before).ToList();
        if (checks.Count == 0)
            return null;
        var at = checks.Max(check => check.CheckedAt);
        var sentBatches = context.File.Forwardings.Where(forwarding => forwarding.SentAt <= at).Select(forwarding => forwarding.Batch).ToHashSet();
        var sent = context.File.Items.Where(item => item.Batch is { } batch && sentBatches.Contains(batch)).Select(item => item.Id).ToHashSet();
        var last = checks.Where(check => sent.Contains(check.ItemId)).GroupBy(check => check.ItemId).Select(group => group.Last().Outcome).ToList();
        return new CheckFacts
        {
            At = context.Moment(at),
            Sent = sent.Count,
            Removed = last.Count(outcome => outcome == "removed"),
            StillUp = last.Count(outcome => outcome == "still-up"),
            Exhibit = labels.OfChecks,
        };
    }

    /// <summary>Of the items whose date to act by had passed at an instant, those removed by that date.</summary>
    public static int RemovedByActBy(GatheringContext context, Instant at) => context.File.Forwardings
        .Where(forwarding => forwarding.ActByAt <= at)
        .Sum(forwarding => context.File.Items.Count(item => item.Batch == forwarding.Batch && item.RemovedAt <= forwarding.ActByAt));

    private static BatchFacts Batch(
        GatheringContext context, int number, Instant sentAt, Instant actBy, string? exhibit, IReadOnlyList<ItemRow> items) => new()
        {
            Number = number,
            Sent = context.Moment(sentAt),
            ActBy = context.InZones(actBy),
            Exhibit = exhibit,
            ItemNumbers = [.. items.Select(item => item.Number).Order()],
            Removed = items.Count(item => item.State == "removed"),
            StillUp = items.Count(item => item.State == "still-up"),
            RemovedByActBy = items.Count(item => item.State == "removed" && item.RemovedAt <= actBy),
            DuePassed = actBy <= (context.LastCheck ?? context.Date),
        };
}
