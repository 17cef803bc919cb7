using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>Counts the record of a case, as it stands or as it stood at an instant.</summary>
public sealed class CaseStatistics(DeskDatabase database, DeskZone zone)
{
    /// <param name="caseId">The id of the case.</param>
    /// <param name="asOf">An item counts by its last check at or before this instant; null means now.</param>
    public Task<CaseFiguresAt> GetAsync(long caseId, Instant? asOf = null) =>
        database.SnapshotAsync(tx => CountAsync(tx, zone.Zone, caseId, asOf ?? tx.Now));

    /// <summary>The same within a transaction or snapshot that the caller holds.</summary>
    public static async Task<CaseFiguresAt> CountAsync(DeskTransaction tx, DateTimeZone zone, long caseId, Instant asOf)
    {
        var items = (await tx.QueryAsync<Counted>(
            $"""
            select i.first_seen_at, {ItemStates.State} as state, {ItemStates.StateAt} as state_at, {ItemStates.RemovedAt} as removed_at,
              (select min(f.sent_at) from forwarding_items fi join forwardings f on f.id = fi.forwarding_id
                where fi.item_id = i.id and f.sent_at <= @asOf) as sent_at
            from items i where i.case_id = @caseId and i.filed_at <= @asOf
            """,
            new { caseId, asOf })).AsList();
        return new CaseFiguresAt
        {
            AsOf = asOf,
            Items = items.Count,
            Sent = items.Count(item => item.SentAt is not null),
            Removed = items.Count(item => item.IsRemoved),
            StillUp = items.Count(item => item.IsStillUp),
            Unknown = items.Count(item => !item.IsRemoved && !item.IsStillUp),
            MedianHoursToRemoval = Median([.. items.Select(item => item.HoursToRemoval).OfType<double>().Order()]),
            CheckedAt = items.Max(item => item.StateAt),
            Weeks = ByWeek(items, zone),
            Batches = await BatchesAsync(tx, caseId, asOf),
        };
    }

    private static double? Median(double[] sorted) => sorted.Length == 0
        ? null
        : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private static IReadOnlyList<WeekOfItems> ByWeek(List<Counted> items, DateTimeZone zone)
    {
        var weeks = items.ToLookup(item => Cases.Weeks.MondayOf(item.FirstSeenAt, zone));
        return
        [
            .. Cases.Weeks.Count(items.Select(item => item.FirstSeenAt), zone).Select(week => new WeekOfItems(
                week.Monday,
                week.Count,
                weeks[week.Monday].Count(item => item.IsRemoved),
                weeks[week.Monday].Count(item => item.IsStillUp))),
        ];
    }

    private static async Task<IReadOnlyList<BatchOfItems>> BatchesAsync(DeskTransaction tx, long caseId, Instant asOf) =>
        (await tx.QueryAsync<BatchOfItems>(
            $"""
            select number, notice_ref, sent_at, act_by_at, count(*) as items,
              count(*) filter (where state = 'removed') as removed,
              count(*) filter (where state = 'still-up') as still_up,
              count(*) filter (where state_by_act_by = 'removed') as removed_by_act_by
            from (
              select f.batch as number, n.ref as notice_ref, f.sent_at, f.act_by_at, {ItemStates.State} as state,
                {ItemStates.StateByActBy} as state_by_act_by
              from forwardings f
              join notices n on n.id = f.notice_id
              join forwarding_items fi on fi.forwarding_id = f.id
              join items i on i.id = fi.item_id
              where f.case_id = @caseId and f.sent_at <= @asOf) sent
            group by number, notice_ref, sent_at, act_by_at
            order by number
            """,
            new { caseId, asOf })).AsList();

    private sealed record Counted
    {
        public required Instant FirstSeenAt { get; init; }

        public required string State { get; init; }

        public Instant? StateAt { get; init; }

        public Instant? RemovedAt { get; init; }

        public Instant? SentAt { get; init; }

        public bool IsRemoved => State == "removed";

        public bool IsStillUp => State == "still-up";

        /// <summary>What was gone before it was sent says nothing about how fast the customer acts.</summary>
        public double? HoursToRemoval =>
            IsRemoved && SentAt is { } sent && RemovedAt is { } removed && removed >= sent ? (removed - sent).TotalHours : null;
    }
}
