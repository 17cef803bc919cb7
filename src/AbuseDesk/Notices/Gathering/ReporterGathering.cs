using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Notices.Facts;
using NodaTime;

namespace AbuseDesk.Notices.Gathering;

/// <summary>What one reporter reported, and what became of it: only their reports, only in their words.</summary>
internal static class ReporterGathering
{
    /// <returns>The facts, and the ids of the items reported.</returns>
    public static async Task<(ReporterFacts Facts, IReadOnlyList<long> ItemIds)> RunAsync(DeskTransaction tx, GatheringContext context)
    {
        var refs = GatheringContext.Addresses(context.Notice.Reports ?? "");
        var rows = (await tx.QueryAsync<Row>(
            $"""
            select r.ref, r.reporter_name, r.received_at, l.seen_at, l.written_url, i.id as item_id, i.state, i.state_at,
              exists (select 1 from forwarding_items f where f.item_id = i.id) as forwarded
            from reports r join report_items l on l.report_id = r.id join items i on i.id = l.item_id
            where i.case_id = @CaseId and r.ref {tx.Dialect.InList("@refs")}
            order by r.received_at, r.id, i.number
            """,
            new { context.Notice.CaseId, refs = refs.ToArray() })).ToList();
        var decides = context.Kind == NoticeKind.Decision;
        var violations = decides ? (await ViolationsAsync(tx, context.Notice.CaseId)).ToLookup(violation => violation.ItemId) : null;
        return (new ReporterFacts
        {
            Name = rows.Select(row => row.ReporterName).LastOrDefault(name => !string.IsNullOrWhiteSpace(name)),
            Email = context.Notice.Recipients,
            Reported =
            [
                .. rows.Select(row => new ReportedFacts
                {
                    Ref = row.Ref,
                    Received = context.Moment(row.ReceivedAt),
                    Location = row.WrittenUrl,
                    Seen = context.Moment(row.SeenAt),
                    Decision = violations is null ? null : Decision(context, row, [.. violations[row.ItemId]]),
                }),
            ],
        }, [.. rows.Select(row => row.ItemId).Distinct()]);
    }

    private static DecisionFacts? Decision(GatheringContext context, Row row, IReadOnlyList<Violation> violations)
    {
        var gravest = context.File.Items.FirstOrDefault(item => item.Id == row.ItemId);
        var standing = violations.FirstOrDefault(violation => violation.ReversedAt is null && violation.ClauseId == gravest?.ClauseId);
        if ((standing ?? violations.MaxBy(violation => violation.ReversedAt)) is not { } decided)
            return null;
        var clause = context.File.Clauses[decided.ClauseId];
        return new DecisionFacts
        {
            Upheld = standing is not null,
            Decided = context.Moment(decided.ReversedAt ?? decided.DecidedAt),
            Clause = clause.Number,
            Heading = clause.Heading,
            TermsVersion = TermsGathering.VersionMoment(context, context.File.Terms.Single(version => version.Id == clause.TermsVersionId)),
            Reason = decided.ReversedAt is null ? null : decided.ReverseReason,
            SentForRemoval = row.Forwarded,
            State = Words.Parse<ItemState>(row.State),
            Checked = row.StateAt is { } at ? context.Moment(at) : null,
        };
    }

    private static Task<IEnumerable<Violation>> ViolationsAsync(DeskTransaction tx, long caseId) => tx.QueryAsync<Violation>(
        "select item_id, clause_id, decided_at, reversed_at, reverse_reason from violations where case_id = @caseId order by id", new { caseId });

    private sealed record Row
    {
        public required string Ref { get; init; }

        public required string? ReporterName { get; init; }

        public required Instant ReceivedAt { get; init; }

        public required Instant SeenAt { get; init; }

        public required string WrittenUrl { get; init; }

        public required long ItemId { get; init; }

        public required string State { get; init; }

        public required Instant? StateAt { get; init; }

        public required bool Forwarded { get; init; }
    }

    private sealed record Violation
    {
        public required long ItemId { get; init; }

        public required long ClauseId { get; init; }

        public required Instant DecidedAt { get; init; }

        public required Instant? ReversedAt { get; init; }

        public required string? ReverseReason { get; init; }
    }
}
