using AbuseDesk.Cases;
using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Escalation;

/// <summary>Gathers what the ladder looks at: all that is on record about one customer, as it stood at an instant.</summary>
internal static class EscalationRecords
{
    public static async Task<EscalationRecord> ReadAsync(DeskTransaction tx, Ladder ladder, DateTimeZone zone, long customerId, Instant asOf)
    {
        var parameters = new { customerId, asOf, since = asOf - Duration.FromDays(ladder.WindowDays) };
        var acts = (await tx.QueryAsync<ActRow>(
            """
            select n.kind, n.ref, n.sent_at, n.act_by_at from notices n
            left join terminations t on t.notice_id = n.id
            where n.customer_id = @customerId and n.sent_at <= @asOf and n.kind in ('warning', 'plan-request', 'termination')
              and (t.called_off_at is null or t.called_off_at > @asOf)
            """,
            parameters)).ToLookup(act => act.Kind);
        return new EscalationRecord
        {
            Now = asOf,
            Zone = zone,
            Violations = await ViolationsAsync(tx, parameters),
            Forwardings = await ForwardingsAsync(tx, parameters),
            Warnings = [.. acts["warning"].Select(act => new RecordedAct(act.Ref, act.SentAt))],
            PlanRequests = [.. acts["plan-request"].Select(act => new RecordedPlanRequest(act.Ref, act.SentAt, act.ActByAt ?? act.SentAt))],
            Terminations = [.. acts["termination"].Select(act => new RecordedAct(act.Ref, act.SentAt))],
            Plans = await PlansAsync(tx, parameters),
            Suspensions = await SuspensionsAsync(tx, parameters),
            Misses = await MissesAsync(tx, parameters),
        };
    }

    private static async Task<IReadOnlyList<RecordedViolation>> ViolationsAsync(DeskTransaction tx, object parameters) =>
    [
        .. (await tx.QueryAsync<ViolationRow>(
            $"""
            select k.ref as case_ref, i.number, v.seen_at, v.severity, v.reversed_at is not null and v.reversed_at <= @asOf as reversed,
              {ItemStates.State} = 'still-up' as still_up,
              exists (select 1 from forwarding_items fi join forwardings f on f.id = fi.forwarding_id
                where fi.item_id = i.id and f.sent_at <= @asOf) as forwarded
            from violations v join items i on i.id = v.item_id join cases k on k.id = v.case_id
            where v.customer_id = @customerId and v.seen_at >= @since and v.decided_at <= @asOf
            """,
            parameters)).Select(row => new RecordedViolation($"{row.CaseRef}/{row.Number}", row.SeenAt, Words.Parse<Severity>(row.Severity))
            {
                Reversed = row.Reversed,
                StillUp = row.StillUp,
                Forwarded = row.Forwarded,
            }),
    ];

    private static async Task<IReadOnlyList<RecordedForwarding>> ForwardingsAsync(DeskTransaction tx, object parameters) =>
    [
        .. (await tx.QueryAsync<ForwardingRow>(
            $"""
            select ref, sent_at, act_by_at, count(*) as items, count(*) filter (where state = 'removed') as removed
            from (
              select n.ref, f.sent_at, f.act_by_at, {ItemStates.StateByActBy} as state
              from forwardings f
              join notices n on n.id = f.notice_id
              join forwarding_items fi on fi.forwarding_id = f.id
              join items i on i.id = fi.item_id
              where n.customer_id = @customerId and f.sent_at <= @asOf) sent
            group by ref, sent_at, act_by_at
            """,
            parameters)).Select(row => new RecordedForwarding(row.Ref, row.SentAt, row.ActByAt, row.Items, row.Removed)),
    ];

    private static async Task<IReadOnlyList<RecordedPlan>> PlansAsync(DeskTransaction tx, object parameters) =>
    [
        .. (await tx.QueryAsync<PlanRow>(
            """
            select k.ref as case_ref, p.id, p.received_at, a.verdict, a.assessed_at
            from plans p
            join cases k on k.id = p.case_id
            left join assessments a on a.id =
              (select id from assessments where plan_id = p.id and assessed_at <= @asOf order by assessed_at desc, id desc limit 1)
            where k.customer_id = @customerId and p.received_at <= @asOf
            """,
            parameters)).Select(row => new RecordedPlan(
                $"{row.CaseRef}/plan-{row.Id}", row.ReceivedAt, row.Verdict is null ? null : Words.Parse<PlanVerdict>(row.Verdict), row.AssessedAt)),
    ];

    private static async Task<IReadOnlyList<RecordedSuspension>> SuspensionsAsync(DeskTransaction tx, object parameters) =>
    [
        .. (await tx.QueryAsync<SuspensionRow>(
            """
            select s.ref, n.sent_at, s.effective_at, case when s.lifted_at <= @asOf then s.lifted_at end as lifted_at
            from suspensions s join notices n on n.id = s.notice_id
            where s.customer_id = @customerId and n.sent_at <= @asOf
            """,
            parameters)).Select(row => new RecordedSuspension(row.Ref, row.SentAt, row.EffectiveAt, row.LiftedAt)),
    ];

    // whether items were removed by their date is known once they were looked at; every other deadline is missed when its time is over
    private static async Task<IReadOnlyList<RecordedMiss>> MissesAsync(DeskTransaction tx, object parameters) =>
    [
        .. (await tx.QueryAsync<(string Ref, string Rule, Instant DueAt)>(
            """
            select d.ref, d.rule, d.due_at from deadlines d join cases k on k.id = d.case_id
            where k.customer_id = @customerId and d.whose = 'customer' and d.due_at >= @since and d.due_at <= @asOf
              and d.status in ('open', 'missed') and (d.rule <> 'act_by' or (d.status = 'missed' and d.ended_at <= @asOf))
            """,
            parameters)).Select(row => new RecordedMiss(row.Ref, row.Rule, row.DueAt)),
    ];

    private sealed record ActRow
    {
        public required string Kind { get; init; }

        public required string Ref { get; init; }

        public required Instant SentAt { get; init; }

        public Instant? ActByAt { get; init; }
    }

    private sealed record ViolationRow
    {
        public required string CaseRef { get; init; }

        public required int Number { get; init; }

        public required Instant SeenAt { get; init; }

        public required string Severity { get; init; }

        public required bool Reversed { get; init; }

        public required bool StillUp { get; init; }

        public required bool Forwarded { get; init; }
    }

    private sealed record ForwardingRow
    {
        public required string Ref { get; init; }

        public required Instant SentAt { get; init; }

        public required Instant ActByAt { get; init; }

        public required int Items { get; init; }

        public required int Removed { get; init; }
    }

    private sealed record PlanRow
    {
        public required string CaseRef { get; init; }

        public required long Id { get; init; }

        public required Instant ReceivedAt { get; init; }

        public string? Verdict { get; init; }

        public Instant? AssessedAt { get; init; }
    }

    private sealed record SuspensionRow
    {
        public required string Ref { get; init; }

        public required Instant SentAt { get; init; }

        public required Instant EffectiveAt { get; init; }

        public Instant? LiftedAt { get; init; }
    }
}
