using AbuseDesk.Cases;
using AbuseDesk.Escalation;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Tests.Escalation;

/// <summary>The sample case as the ladder sees it at an instant (Pacific time).</summary>
internal static class PerchStory
{
    private static readonly DateTimeZone Pacific = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];

    private static readonly string[] Sent =
    [
        "2020-11-23T09:00", "2020-11-30T09:00", "2020-12-07T09:00", "2020-12-14T09:00",
        "2020-12-21T09:00", "2020-12-28T09:00", "2021-01-04T09:00", "2021-01-09T08:00",
    ];

    private static readonly Row[] Rows = [.. File.ReadLines(Policies.Sample("social-network/items.csv")).Skip(1).Select(Row.Read)];

    public static EscalationRecord At(string local)
    {
        var now = Time(local);
        return new EscalationRecord
        {
            Now = now,
            Zone = Pacific,
            Violations = [.. Rows.Where(row => row.Seen <= now).Select(row => row.At(now))],
            Forwardings = [.. Enumerable.Range(1, 8).Where(batch => SentAt(batch) <= now).Select(Forwarding)],
            Warnings = [.. Past("2020-12-10T10:30", now).Select(at => new RecordedAct("N-2020-0655", at))],
            PlanRequests = [.. Past("2020-12-28T15:00", now).Select(at => new RecordedPlanRequest("N-2020-0713", at, Time("2021-01-07T17:00")))],
            Plans = [.. Past("2021-01-07T08:12", now).Select(at => Plan(at, now))],
        };
    }

    private static RecordedPlan Plan(Instant received, Instant now)
    {
        var assessed = Time("2021-01-08T11:40");
        return assessed <= now ? new RecordedPlan("P-1", received, PlanVerdict.Insufficient, assessed) : new RecordedPlan("P-1", received, null, null);
    }

    private static RecordedForwarding Forwarding(int batch)
    {
        var actBy = SentAt(batch) + Duration.FromHours(24);
        var rows = Rows.Where(row => row.Batch == batch).ToList();
        return new RecordedForwarding($"F-{batch}", SentAt(batch), actBy, rows.Count, rows.Count(row => row.Removed <= actBy));
    }

    private static IEnumerable<Instant> Past(string local, Instant now) => Time(local) <= now ? [Time(local)] : [];

    private static Instant SentAt(int batch) => Time(Sent[batch - 1]);

    private static Instant Time(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneStrictly(Pacific).ToInstant();

    // Columns of the sample: number, batch, seen, url, excerpt, clause, severity, …, removed_at; no excerpt is needed here.
    private sealed record Row(string Number, int Batch, Instant Seen, Severity Severity, Instant? Removed)
    {
        public static Row Read(string line)
        {
            var first = line.Split(',');
            var severity = Words.All<Severity>().Single(word => line.Contains($",{word},", StringComparison.Ordinal));
            Instant? removed = first[^1].Length == 0 ? null : InstantPattern.General.Parse(first[^1]).Value;
            return new Row(first[0], int.Parse(first[1], null), InstantPattern.General.Parse(first[2]).Value, Words.Parse<Severity>(severity), removed);
        }

        public RecordedViolation At(Instant now) => new(Number, Seen, Severity)
        {
            StillUp = Removed is null || Removed > now,
            Forwarded = SentAt(Batch) <= now,
        };
    }
}
