using System.Globalization;
using AbuseDesk.Escalation;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates.Words;

namespace AbuseDesk.Notices.Gathering;

/// <summary>What the ladder provides for after this notice: the very rule that will propose it.</summary>
internal static class NextStepGathering
{
    public static IReadOnlyList<NextStepFacts> NextSteps(NoticeKind kind, Ladder ladder, LanguageFile language)
    {
        var next = kind switch
        {
            NoticeKind.Forwarding => EscalationStep.Warning,
            NoticeKind.Warning => EscalationStep.PlanRequest,
            NoticeKind.PlanRequest => EscalationStep.Suspension,
            _ => (EscalationStep?)null,
        };
        return ladder.Steps.FirstOrDefault(step => step.Step == next) is not { } step ? [] :
        [
            new NextStepFacts { Step = Enum.Parse<NoticeKind>(step.Step.ToString()), Condition = Condition(step, language) },
        ];
    }

    private static string Condition(LadderStep step, LanguageFile language) =>
        step.PlanFailed ? language.Word("if_plan_failed")
        : step.RemovedUnderPercent is { } percent ? language.Word("if_removed_under").Replace("{percent}", percent.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        : language.Word("if_violations_continue");
}
