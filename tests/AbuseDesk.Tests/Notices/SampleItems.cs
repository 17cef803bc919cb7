using System.Security.Cryptography;
using System.Text;
using AbuseDesk.Cases;
using AbuseDesk.Notices.Facts;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Tests.Notices;

/// <summary>The 98 items of the case: those of the specimen as printed, the others made up so that every figure agrees.</summary>
internal static class SampleItems
{
    public const string Provider = "America/Los_Angeles";
    public const string Customer = "Europe/Paris";

    private static readonly int[] PerBatch = [3, 4, 6, 8, 11, 15, 21, 30];
    private static readonly int[] RemovedPerBatch = [2, 3, 4, 4, 5, 6, 8, 5];
    private static readonly int[] InTimePerBatch = [1, 1, 2, 2, 2, 2, 3, 0];
    private static readonly string[] ActByDates =
        ["2020-11-24", "2020-12-01", "2020-12-08", "2020-12-15", "2020-12-22", "2020-12-29", "2021-01-05", "2021-01-09"];

    public static Instant At(string local, string zone = Provider) =>
        LocalDateTimePattern.GeneralIso.Parse(local).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb[zone]).ToInstant();

    public static Moment Moment(string local) => new(At(local), Provider, "en");

    public static MomentInZones InZones(string local) => MomentInZones.Of(At(local), Provider, Customer, "en");

    public static IReadOnlyList<ItemFacts> Create()
    {
        var items = new List<ItemFacts>();
        var critical = (StillUp: 23, Removed: 9);
        for (var batch = 1; batch <= 8; batch++)
            items.AddRange(Batch(batch, items.Count + 1, ref critical));
        return items;
    }

    private static List<ItemFacts> Batch(int batch, int first, ref (int StillUp, int Removed) critical)
    {
        var numbers = Enumerable.Range(first, PerBatch[batch - 1]).ToArray();
        var known = KnownItems.All.Where(item => numbers.Contains(item.Number)).ToDictionary(item => item.Number);
        var removals = RemovedPerBatch[batch - 1] - known.Values.Count(item => item.RemovedOn is not null);
        var inTime = InTimePerBatch[batch - 1] - known.Values.Count(item => item.RemovedOn == ActByDates[batch - 1]);
        var items = new List<ItemFacts>();
        foreach (var number in numbers)
        {
            if (!known.TryGetValue(number, out var item))
            {
                var removed = number % 2 == 0 && removals > 0 || numbers[^1] - number < removals;
                var removedOn = !removed ? null : inTime-- > 0 ? ActByDates[batch - 1] : "2021-01-09";
                removals -= removed ? 1 : 0;
                var isCritical = removed ? critical.Removed-- > 0 : critical.StillUp-- > 0;
                item = new(number, Seen(number, batch), $"perch.example/p/post{number:0000}", Excerpts[number % Excerpts.Length], isCritical ? "critical" : "high", removedOn);
            }
            items.Add(Item(item, batch));
        }
        return items;
    }

    private static readonly string[] Excerpts =
    [
        "Meet at [place] at nine. Come prepared.",
        "[group] will learn the hard way.",
        "Nobody stops until [name] is gone.",
        "Tell everyone: this time it is not just words.",
    ];

    // evenly between the printed neighbours of the same week
    private static string Seen(int number, int week)
    {
        var monday = new LocalDateTime(2020, 11, 16, 6, 0).PlusWeeks(week - 1);
        var before = KnownItems.All.LastOrDefault(item => item.Number < number);
        var from = before is not null && Parse(before.Seen) > monday ? Parse(before.Seen) : monday;
        var to = week == 8 ? new LocalDateTime(2021, 1, 8, 9, 0) : monday.PlusDays(6).PlusHours(12);
        var first = Math.Max(before?.Number ?? 0, PerBatch.Take(week - 1).Sum());
        var last = week == 8 ? 92 : PerBatch.Take(week).Sum();
        var minutes = Period.Between(from, to, PeriodUnits.Minutes).Minutes;
        return LocalDateTimePattern.GeneralIso.Format(from.PlusMinutes(minutes * (number - first) / (last - first + 1)));
    }

    private static LocalDateTime Parse(string local) => LocalDateTimePattern.GeneralIso.Parse(local).Value;

    private static ItemFacts Item(KnownItems.Known item, int batch) => new()
    {
        Number = item.Number,
        Url = "https://" + item.Location,
        Location = item.Location,
        Host = item.Location[..item.Location.IndexOf('/', StringComparison.Ordinal)],
        Excerpt = item.Excerpt,
        Seen = InZones(item.Seen),
        Clause = item.Number <= 8 ? "6.2" : "7.4",
        TermsVersion = Moment(item.Number <= 8 ? "2019-05-01T00:00:00" : "2020-12-01T00:00:00"),
        Severity = item.Severity,
        Batch = batch,
        State = item.RemovedOn is null ? ItemState.StillUp : ItemState.Removed,
        RemovedFoundAt = item.RemovedOn is null ? null : Moment(item.RemovedOn + (item.RemovedOn == "2021-01-09" ? "T17:00:00" : "T09:00:00")),
        Reported = item.Number % 18 is not (0 or 4 or 8 or 11 or 15),
        Exhibits = [Exhibit(item)],
    };

    private static ExhibitFacts Exhibit(KnownItems.Known item) => new()
    {
        Label = $"{item.Number}",
        Sha256 = Hash($"exhibit {item.Number}"),
        MediaType = "image/jpeg",
        Width = 1280,
        Height = item.Number == 6 ? 1256 : 1532,
        OwnCapture = true,
        CapturedBy = item.Number % 2 == 0 ? "Ines Calder, Abuse Desk" : "Tomas Brandvold, Abuse Desk",
        Method = "whole page from the browser",
        CapturedAt = InZones(item.Seen),
        Redaction = item.Number != 6
            ? null
            : new RedactionFacts { Description = "The names of two places, by black boxes.", OriginalSha256 = Hash("original 6") },
    };

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
