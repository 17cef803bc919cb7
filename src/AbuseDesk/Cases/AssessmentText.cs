using System.Text;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>The plan that an assessment decides on.</summary>
internal sealed record AssessedPlan
{
    public required long Id { get; init; }

    public required long CaseId { get; init; }

    public required Instant ReceivedAt { get; init; }

    public required string Sha256 { get; init; }
}

/// <summary>An assessment as a document of its own, so that it can be an exhibit.</summary>
internal static class AssessmentText
{
    /// <summary>Markdown, UTF-8.</summary>
    public static byte[] Of(string caseRef, AssessedPlan plan, PlanAssessment assessment, Actor actor, string assessedAt)
    {
        var text = new StringBuilder();
        text.Append("# Assessment of the customer’s plan, ").Append(caseRef).Append("\n\n");
        text.Append("Plan received: ").Append(plan.ReceivedAt).Append(" (SHA-256 ").Append(plan.Sha256).Append(")\n");
        text.Append("Assessed: ").Append(assessedAt).Append(", by ").Append(actor.Name).Append("\n\n");
        text.Append("Verdict: **").Append(Words.Of(assessment.Verdict)).Append("**. ").Append(assessment.Reason.Trim()).Append('\n');
        foreach (var criterion in assessment.Criteria)
        {
            text.Append("\n## ").Append(criterion.Name.Trim()).Append(": ").Append(Words.Of(criterion.Verdict).Replace('-', ' ')).Append("\n\n");
            text.Append(criterion.Reason.Trim()).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
