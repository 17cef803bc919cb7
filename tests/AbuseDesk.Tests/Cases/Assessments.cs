using AbuseDesk.Cases;

namespace AbuseDesk.Tests.Cases;

/// <summary>Assessments by the criteria of the policy.</summary>
internal static class Assessments
{
    public static PlanAssessment Insufficient(string staffing = "Volunteers.") => Of(PlanVerdict.Insufficient, staffing, "Staffing", "Coverage", "Time to removal", "Backlog", "Prevention");

    public static PlanAssessment Of(PlanVerdict verdict, string reason, params string[] names) => new(
        verdict,
        "It binds nobody.",
        [.. names.Select((name, index) => new AssessedCriterion(name, index == 0 ? CriterionVerdict.NotMet : CriterionVerdict.PartlyMet, index == 0 ? reason : "No date."))]);
}
