using AbuseDesk.Escalation;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Gathering;

/// <summary>What the ladder provides for after this notice: the very rule that will propose it.</summary>
internal static class NextStepGathering
{
    public static IReadOnlyList<NextStepFacts> NextSteps(NoticeKind kind, Ladder ladder)
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
            new NextStepFacts { Step = Enum.Parse<NoticeKind>(step.Step.ToString()), Condition = Condition(step) },
        ];
    }

    private static string Condition(LadderStep step) =>
        step.PlanFailed ? "no adequate plan reaches us by the date stated in this notice"
        : step.RemovedUnderPercent is { } percent ? $"fewer than {percent} per cent of the items sent to you are removed by their dates to act by"
        : "the violations continue";
}
