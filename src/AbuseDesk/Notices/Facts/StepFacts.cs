using AbuseDesk.Cases;

namespace AbuseDesk.Notices.Facts;

/// <summary>A warning that was sent.</summary>
public sealed record WarningFacts
{
    /// <summary>"10 December 2020, 10:30 PST".</summary>
    public required Moment Sent { get; init; }

    /// <summary>["abuse@perch.example", "legal@perch.example"].</summary>
    public required IReadOnlyList<string> SentTo { get; init; }

    /// <summary>"D4"; null while it is not an exhibit.</summary>
    public required string? Exhibit { get; init; }

    /// <summary>The last check before it; null if there was none.</summary>
    public required CheckFacts? CheckBefore { get; init; }
}

/// <summary>The request for a plan.</summary>
public sealed record PlanRequestFacts
{
    /// <summary>"28 December 2020, 15:00 PST"; in the request itself, the date of the notice.</summary>
    public required Moment Sent { get; init; }

    /// <summary>"D8"; null while it is not an exhibit.</summary>
    public required string? Exhibit { get; init; }

    /// <summary>"7 January 2021, 17:00 PST": by when the plan was to reach us; null in the request itself.</summary>
    public Moment? Due { get; init; }

    /// <summary>The criteria that the plan is judged by.</summary>
    public required IReadOnlyList<CriterionFacts> Criteria { get; init; }
}

/// <summary>A criterion for plans, from the policy.</summary>
public sealed record CriterionFacts
{
    /// <summary>"Staffing".</summary>
    public required string Name { get; init; }

    /// <summary>"Who does the work: how many persons, in which hours, and who is responsible.".</summary>
    public required string Question { get; init; }
}

/// <summary>The plan, as received.</summary>
public sealed record PlanFacts
{
    /// <summary>"7 January 2021, 08:12 PST".</summary>
    public required Moment Received { get; init; }

    /// <summary>"D10"; null while it is not an exhibit.</summary>
    public required string? Exhibit { get; init; }
}

/// <summary>The assessment of the plan.</summary>
public sealed record AssessmentFacts
{
    /// <summary>"8 January 2021, 11:40 PST".</summary>
    public required Moment At { get; init; }

    /// <summary>"D11"; null while it is not an exhibit.</summary>
    public required string? Exhibit { get; init; }

    /// <summary>True for "adequate", false for "insufficient".</summary>
    public required bool Adequate { get; init; }

    /// <summary>The reason of the overall verdict, as whole sentences.</summary>
    public required string Reason { get; init; }

    /// <summary>The criteria, each with its verdict.</summary>
    public required IReadOnlyList<CriterionAssessment> Criteria { get; init; }

    /// <summary>The last check before the assessment ("8 January 2021, 09:00 PST"; 39 of 68 still up); null if there was none.</summary>
    public required CheckFacts? CheckBefore { get; init; }

    /// <summary>13: of the items sent by that check, removed by their date to act by.</summary>
    public required int RemovedByActBy { get; init; }

    /// <summary>4.</summary>
    public int NotMet => Criteria.Count(criterion => criterion.Verdict == CriterionVerdict.NotMet);

    /// <summary>1.</summary>
    public int MetInPart => Criteria.Count(criterion => criterion.Verdict == CriterionVerdict.PartlyMet);

    /// <summary>0.</summary>
    public int Met => Criteria.Count(criterion => criterion.Verdict == CriterionVerdict.Met);
}

/// <summary>One criterion of the assessment.</summary>
public sealed record CriterionAssessment
{
    /// <summary>"time_to_removal", from its name in the policy: by it a template adds the figures that belong to a criterion.</summary>
    public string Id { get => field ?? IdOf(Name); init; }

    /// <summary>"Staffing".</summary>
    public required string Name { get; init; }

    /// <summary>"partly_met": met, partly_met or not_met.</summary>
    public required CriterionVerdict Verdict { get; init; }

    /// <summary>"The plan relies on volunteers.", whole sentences.</summary>
    public required string Reason { get; init; }

    internal static string IdOf(string name) => name.ToLowerInvariant().Replace(' ', '_');
}

/// <summary>What the ladder provides for if the record shows the condition.</summary>
public sealed record NextStepFacts
{
    /// <summary>"suspension": the notice that would follow.</summary>
    public required NoticeKind Step { get; init; }

    /// <summary>"fewer than 80 per cent of the items are removed by the date to act by": follows "if".</summary>
    public required string Condition { get; init; }
}
