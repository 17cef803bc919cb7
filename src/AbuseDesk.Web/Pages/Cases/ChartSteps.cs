using AbuseDesk.Web.Components;

namespace AbuseDesk.Web.Pages.Cases;

/// <summary>The steps that the chart by week marks: warnings, plan requests, the plan, and when the suspension takes effect.</summary>
internal static class ChartSteps
{
    public static IEnumerable<ChartStep> Of(CaseModel model, DeskTimes times)
    {
        foreach (var notice in model.Around.Notices)
        {
            if (notice is { Kind: "warning" or "plan-request", SentAt: { } sent }) yield return new(notice.Word, times.Local(sent, "d MMM"), sent);
        }

        if (model.Plan is { } plan)
        {
            yield return plan is { AssessedAt: { } assessed, Verdict: { } verdict }
                ? new($"Plan {verdict}", times.Local(assessed, "d MMM"), assessed)
                : new("Plan received", times.Local(plan.ReceivedAt, "d MMM"), plan.ReceivedAt);
        }

        if ((model.Around.Suspension?.EffectiveAt ?? model.Around.SuspensionNotice?.EffectiveAt) is { } effective)
            yield return new("Suspension", times.Local(effective, "d MMM, HH:mm"), effective, Planned: true);
        if (model.Around.Termination is { Stands: true } end)
            yield return new("Termination", times.Local(end.EffectiveAt, "d MMM, HH:mm"), end.EffectiveAt, Planned: true);
    }
}
