using AbuseDesk.Cases;
using AbuseDesk.Notices.Facts;
using static AbuseDesk.Tests.Notices.SampleItems;

namespace AbuseDesk.Tests.Notices;

internal static class SampleDocuments
{
    private static readonly (string Label, string Sent, string ActBy)[] Forwardings =
    [
        ("D1", "2020-11-23T09:00:00", "2020-11-24T09:00:00"),
        ("D2", "2020-11-30T09:00:00", "2020-12-01T09:00:00"),
        ("D3", "2020-12-07T09:00:00", "2020-12-08T09:00:00"),
        ("D5", "2020-12-14T09:00:00", "2020-12-15T09:00:00"),
        ("D6", "2020-12-21T09:00:00", "2020-12-22T09:00:00"),
        ("D7", "2020-12-28T09:00:00", "2020-12-29T09:00:00"),
        ("D9", "2021-01-04T09:00:00", "2021-01-05T09:00:00"),
        ("D12", "2021-01-09T08:00:00", "2021-01-10T08:00:00"),
    ];

    public static IReadOnlyList<BatchFacts> Batches(IReadOnlyList<ItemFacts> items) =>
    [
        .. Forwardings.Select((forwarding, i) =>
        {
            var sent = items.Where(item => item.Batch == i + 1).ToArray();
            var actBy = InZones(forwarding.ActBy);
            return new BatchFacts
            {
                Number = i + 1,
                Sent = Moment(forwarding.Sent),
                ActBy = actBy,
                Exhibit = forwarding.Label,
                ItemNumbers = [.. sent.Select(item => item.Number)],
                Removed = sent.Count(item => item.State == ItemState.Removed),
                StillUp = sent.Count(item => item.State == ItemState.StillUp),
                RemovedByActBy = sent.Count(item => item.RemovedFoundAt?.Instant <= actBy.Provider.Instant),
                DuePassed = i < 7,
            };
        }),
    ];

    public static IReadOnlyList<DocumentFacts> Create(IReadOnlyList<BatchFacts> batches)
    {
        var forwardings = batches.Select(batch => Document(batch.Exhibit!, DocumentKind.Forwarding, batch.Sent, batch: batch.Number, items: batch.ItemNumbers));
        DocumentFacts[] others =
        [
            Document("D4", DocumentKind.Warning, Moment("2020-12-10T10:30:00")),
            Document("D8", DocumentKind.PlanRequest, Moment("2020-12-28T15:00:00"), count: 5),
            Document("D10", DocumentKind.Plan, Moment("2021-01-07T08:12:00")),
            Document("D11", DocumentKind.Assessment, Moment("2021-01-08T11:40:00")),
            Document("D13", DocumentKind.Checks, Moment("2021-01-09T17:00:00"), count: 9),
            Document("D14", DocumentKind.Terms, Moment("2019-05-01T00:00:00")),
            Document("D15", DocumentKind.Terms, Moment("2020-12-01T00:00:00")),
        ];
        return [.. forwardings.Concat(others).OrderBy(document => int.Parse(document.Label[1..], System.Globalization.CultureInfo.InvariantCulture))];
    }

    public static DocumentFacts Document(
        string label, DocumentKind kind, Moment at, int? batch = null, IReadOnlyList<int>? items = null, int? count = null) => new()
        {
            Label = label,
            Kind = kind,
            Batch = batch,
            ItemNumbers = items ?? [],
            Count = count,
            Title = null,
            Sha256 = Hash(label),
            At = at,
        };
}
