namespace AbuseDesk.Cases;

/// <summary>Holds an assessment against what the plan was asked: one verdict on each criterion, each with its reason.</summary>
internal static class AssessmentCheck
{
    /// <returns>The assessment with the criteria as they were named, in the order in which they were asked.</returns>
    /// <exception cref="DeskException">A criterion is missing, unknown or there twice, or a verdict has no reason.</exception>
    public static PlanAssessment Of(PlanAssessment assessment, IReadOnlyList<string> asked)
    {
        if (string.IsNullOrWhiteSpace(assessment.Reason)) throw new DeskException("Give the reason for the verdict on the plan.");
        var given = assessment.Criteria.ToLookup(criterion => criterion.Name.Trim(), StringComparer.OrdinalIgnoreCase);
        var wrong = asked.Where(name => !given.Contains(name)).Select(name => $"“{name}” is missing")
            .Concat(given.Where(group => !asked.Contains(group.Key, StringComparer.OrdinalIgnoreCase)).Select(group => $"“{Shown.Briefly(group.Key)}” was not asked"))
            .Concat(given.Where(group => group.Count() > 1).Select(group => $"“{Shown.Briefly(group.Key)}” is there twice"))
            .ToList();
        if (wrong.Count > 0)
            throw new DeskException($"Give one verdict on each of {string.Join(", ", asked)}: {string.Join(", ", wrong)}.");
        if (assessment.Criteria.FirstOrDefault(criterion => string.IsNullOrWhiteSpace(criterion.Reason)) is { } bare)
            throw new DeskException($"Give the reason for the verdict on “{Shown.Briefly(bare.Name)}”.");
        return assessment with { Criteria = [.. asked.Select(name => given[name].Single() with { Name = name })] };
    }
}
