using System.Text.Json;
using AbuseDesk.Cases;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Gathering;

/// <summary>What was said and asked before: warnings, the plan request, the plan and its assessment.</summary>
internal static class StepGathering
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IReadOnlyList<WarningFacts> Warnings(GatheringContext context, DocumentLabels labels) =>
    [
        .. context.File.Sent.Where(sent => sent.Kind == "warning").Select(sent => new WarningFacts
        {
            Sent = context.Moment(sent.SentAt),
            SentTo = [.. GatheringContext.Addresses(sent.Recipients), .. GatheringContext.Addresses(sent.Copies)],
            Exhibit = labels.OfSent(sent),
            CheckBefore = BatchGathering.CheckBefore(context, sent.SentAt, labels),
        }),
    ];

    /// <summary>The latest request; for a plan request, the one that it makes itself.</summary>
    public static PlanRequestFacts? PlanRequest(GatheringContext context, DocumentLabels labels)
    {
        if (context.Kind == NoticeKind.PlanRequest)
            return new PlanRequestFacts { Sent = context.Moment(context.Date), Exhibit = null, Criteria = CriteriaOf(context.Notice.Criteria) };
        return context.File.Sent.LastOrDefault(sent => sent.Kind == "plan-request") is not { } request ? null : new PlanRequestFacts
        {
            Sent = context.Moment(request.SentAt),
            Exhibit = labels.OfSent(request),
            Due = request.ActByAt is { } due ? context.Moment(due) : null,
            Criteria = CriteriaOf(request.Criteria),
        };
    }

    public static PlanFacts? Plan(GatheringContext context, DocumentLabels labels) =>
        context.File.Plan is { } plan ? new PlanFacts { Received = context.Moment(plan.ReceivedAt), Exhibit = labels.OfPlan } : null;

    public static AssessmentFacts? Assessment(GatheringContext context, DocumentLabels labels) =>
        context.File.Assessment is not { } assessment ? null : new AssessmentFacts
        {
            At = context.Moment(assessment.AssessedAt),
            Exhibit = labels.OfAssessment,
            Adequate = assessment.Verdict == "adequate",
            Reason = assessment.Reason,
            CheckBefore = BatchGathering.CheckBefore(context, assessment.AssessedAt, labels),
            RemovedByActBy = BatchGathering.RemovedByActBy(context, assessment.AssessedAt),
            Criteria =
            [
                .. context.File.Criteria.Select(row => new CriterionAssessment
                {
                    Name = row.Criterion,
                    Verdict = Words.Parse<CriterionVerdict>(row.Verdict),
                    Reason = row.Reason,
                }),
            ],
        };

    public static IReadOnlyList<CriterionFacts> CriteriaOf(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<List<CriterionFacts>>(json, Json) ?? [];

    public static string CriteriaText(IReadOnlyList<CriterionFacts> criteria) => JsonSerializer.Serialize(criteria, Json);
}
