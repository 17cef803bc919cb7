using AbuseDesk.Database;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Terms;
using NodaTime;

namespace AbuseDesk.Notices.Gathering;

/// <summary>The last suspension of the case, for the notice that tells of its end, or of the end of the contract after it.</summary>
internal static class SuspensionGathering
{
    public static async Task<SuspensionFacts?> FindAsync(DeskTransaction tx, GatheringContext context, DocumentLabels labels)
    {
        if (context.Kind is not (NoticeKind.Reinstatement or NoticeKind.Termination))
            return null;
        var row = await tx.FindAsync<Row>(
            """
            select s.ref, n.ref as notice_ref, n.sent_at, s.contract_path, s.effective_at, s.took_effect_at, s.lifted_at, s.preserve_until_at
            from suspensions s join notices n on n.id = s.notice_id
            where s.case_id = @CaseId order by s.id desc limit 1
            """,
            new { context.Notice.CaseId });
        return row is null ? null : new SuspensionFacts
        {
            Ref = row.Ref,
            NoticeRef = row.NoticeRef,
            Exhibit = labels.OfSuspension(row.SentAt),
            Announced = context.Moment(row.SentAt),
            Path = Words.Parse<ContractPath>(row.ContractPath),
            Clause = PathInTerms.ListFrom(context.File.TermsAt(row.SentAt).ContractPaths).FirstOrDefault(path => path.Id == row.ContractPath)?.Clause,
            Effective = context.InZones(row.EffectiveAt),
            TookEffect = row.TookEffectAt is { } took ? context.Moment(took) : null,
            Lifted = context.InZones(row.LiftedAt),
            PreservedUntil = context.InZones(row.PreserveUntilAt),
        };
    }

    private sealed record Row
    {
        public required string Ref { get; init; }

        public required string NoticeRef { get; init; }

        public required Instant SentAt { get; init; }

        public required string ContractPath { get; init; }

        public required Instant EffectiveAt { get; init; }

        public required Instant? TookEffectAt { get; init; }

        public required Instant? LiftedAt { get; init; }

        public required Instant PreserveUntilAt { get; init; }
    }
}
