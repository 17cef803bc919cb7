using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>A plan of the customer, with its latest assessment. Enums are in their words.</summary>
public sealed record PlanRow
{
    public required long Id { get; init; }

    public required Instant ReceivedAt { get; init; }

    public required string RecordedBy { get; init; }

    public required string Sha256 { get; init; }

    public string? FileName { get; init; }

    public required string MediaType { get; init; }

    /// <summary>Of the latest assessment; these six are null until there is one.</summary>
    public long? AssessmentId { get; init; }

    public string? Verdict { get; init; }

    public string? Reason { get; init; }

    public Instant? AssessedAt { get; init; }

    public string? AssessedBy { get; init; }

    public string? DocumentSha256 { get; init; }

    public IReadOnlyList<CriterionRow> Criteria { get; init; } = [];
}

public sealed record CriterionRow
{
    public required long AssessmentId { get; init; }

    public required string Criterion { get; init; }

    public required string Verdict { get; init; }

    public required string Reason { get; init; }
}

/// <summary>The plans of a case, the latest first.</summary>
public sealed class Plans(DeskDatabase database)
{
    public Task<IReadOnlyList<PlanRow>> ListAsync(long caseId) => database.ReadAsync<IReadOnlyList<PlanRow>>(async connection =>
    {
        var plans = (await connection.QueryAsync<PlanRow>(
            """
            select p.id, p.received_at, p.recorded_by, t.sha256, t.file_name, e.media_type,
              a.id as assessment_id, a.verdict, a.reason, a.assessed_at, a.assessed_by, a.document_sha256
            from plans p
            join captures t on t.id = p.capture_id
            join evidence e on e.sha256 = t.sha256
            left join assessments a on a.id =
              (select id from assessments where plan_id = p.id and case_id = p.case_id order by assessed_at desc, id desc limit 1)
            where p.case_id = @caseId
            order by p.received_at desc, p.id desc
            """,
            new { caseId })).AsList();
        var criteria = (await connection.QueryAsync<CriterionRow>(
            """
            select k.assessment_id, k.criterion, k.verdict, k.reason
            from assessment_criteria k join assessments a on a.id = k.assessment_id
            where a.case_id = @caseId order by k.assessment_id, k.ordinal
            """,
            new { caseId })).ToLookup(criterion => criterion.AssessmentId);
        return [.. plans.Select(plan => plan with { Criteria = [.. criteria[plan.AssessmentId ?? 0]] })];
    });
}
