using NodaTime;

namespace AbuseDesk.Notices.Facts;

/// <summary>What the record does not show of what the chosen contract path needs, in the desk's words: pure functions.</summary>
public static class ContractProof
{
    /// <summary>One sentence without its stop for each precondition that does not hold at an instant; none where all hold.</summary>
    public static IReadOnlyList<string> Gaps(NoticeFacts facts, Instant at) => facts.Contract is not { } contract ? [] :
        [.. contract.Preconditions.Select(precondition => Gap(facts, precondition, $"clause {contract.ChosenClause.Number}{precondition.Marker}", at)).OfType<string>()];

    private static string? Gap(NoticeFacts facts, PreconditionFacts precondition, string clause, Instant at) => precondition.Kind switch
    {
        PreconditionKind.Danger when precondition.Danger is { Severe: 0 } danger =>
            $"{clause} needs an item of severity {danger.Severity} under clause {danger.Clause}, and the record has none",
        PreconditionKind.Danger => null,
        PreconditionKind.Warning when facts.Warnings.Count == 0 => $"{clause} needs a warning; send one first",
        PreconditionKind.Warning => null,
        PreconditionKind.Plan => PlanGap(facts, clause, at),
        PreconditionKind.Suspension => SuspensionGap(facts.Suspension, clause),
        _ => $"{clause} ({precondition.Title}) rests on a fact that the record does not hold",
    };

    private static string? SuspensionGap(SuspensionFacts? suspension, string clause) => suspension switch
    {
        null => $"{clause} needs a suspension in effect, and the case has none; suspend the account first",
        { InEffect: true } => null,
        { Lifted: { } lifted } => $"{clause} needs a suspension in effect, and {suspension.Ref} ended on {lifted.Provider.InEnglish.Date}; suspend the account first",
        _ => $"{clause} needs a suspension in effect, and {suspension.Ref} takes effect only on {suspension.Effective.Provider.InEnglish.DateTime}; wait for it",
    };

    private static string? PlanGap(NoticeFacts facts, string clause, Instant at) => facts switch
    {
        { PlanRequest: null } => $"{clause} needs a plan request; send one first",
        { Assessment.Adequate: true } => $"{clause} needs a plan that is missing or insufficient, and the plan of {facts.Plan?.Received.InEnglish.Date} was assessed as adequate",
        { PlanOnRequest: true, Assessment: null } => $"{clause} needs the assessment of the plan: the plan has not been assessed; assess it first",
        { PlanOnRequest: true } => null,
        // the customer still has time to answer
        { PlanRequest: { Due: { } due } request } when due.Instant > at => facts.Plan is { } plan
            ? $"{clause} needs a plan on request, and the plan of {plan.Received.InEnglish.DateTime} came before the request of {request.Sent.InEnglish.DateTime}; await its answer, due by {due.InEnglish.DateTime}"
            : $"{clause} needs a plan that is missing or insufficient, and the customer may still send one by {due.InEnglish.DateTime}",
        _ => null,
    };
}
