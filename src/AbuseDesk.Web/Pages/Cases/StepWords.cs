using AbuseDesk.Escalation;
using AbuseDesk.Web.Components;

namespace AbuseDesk.Web.Pages.Cases;

/// <summary>The steps of the ladder in words.</summary>
internal static class StepWords
{
    public static string Name(EscalationStep step) => step switch
    {
        EscalationStep.PlanRequest => "Plan request",
        _ => step.ToString(),
    };

    /// <summary>"8 sent, 23 Nov to 9 Jan", "10 Dec 2020", "proposed", "not proposed".</summary>
    public static string When(StepState step, DeskTimes times) => step switch
    {
        { Stage: StepStage.Now } => step.Times == 0 ? "proposed" : $"proposed; {step.Times} before",
        { First: { } first, Last: { } last, Times: > 1 } => $"{step.Times} sent, {times.Local(first, "d MMM")} to {times.Local(last, "d MMM")}",
        { First: { } only } => times.Date(only),
        _ => "not proposed",
    };
}
