using System.Globalization;
using AbuseDesk.Cases;
using NodaTime;

namespace AbuseDesk.Escalation;

/// <summary>
/// How the customer's plan stands: the last assessed one since the last request decides, so that a stream of new plans
/// does not put off the answer.
/// </summary>
internal sealed record StandingPlan(bool Failed, string OnRecord, IReadOnlyList<string> Refs)
{
    public static StandingPlan Of(Standing standing)
    {
        if (Request(standing) is not { } request) return new StandingPlan(false, "not asked for", []);
        var plans = standing.Record.Plans
            .Where(plan => plan.Received >= request.At && plan.Received <= standing.Now)
            .OrderBy(plan => plan.AssessedAt ?? Instant.MinValue).ThenBy(plan => plan.Received).ThenBy(plan => plan.Ref, StringComparer.Ordinal)
            .ToList();
        if (plans.LastOrDefault(plan => plan.Verdict is not null && plan.AssessedAt <= standing.Now) is { } assessed)
            return new StandingPlan(assessed.Verdict == PlanVerdict.Insufficient, assessed.Verdict.ToString()!, [assessed.Ref]);
        if (plans.Count > 0) return new StandingPlan(false, $"received {Day(plans[^1].Received, standing)}, not yet assessed", [plans[^1].Ref]);
        return request.DueAt <= standing.Now
            ? new StandingPlan(true, $"none by {Day(request.DueAt, standing)}", [request.Ref])
            : new StandingPlan(false, $"awaited until {Day(request.DueAt, standing)}", [request.Ref]);
    }

    /// <summary>The request the customer can still answer in time, if no plan came since.</summary>
    public static RecordedPlanRequest? Awaited(Standing standing) =>
        Request(standing) is { } request && request.DueAt > standing.Now
        && !standing.Record.Plans.Any(plan => plan.Received >= request.At && plan.Received <= standing.Now)
            ? request
            : null;

    public static string Day(Instant instant, Standing standing) =>
        instant.InZone(standing.Record.Zone).Date.ToString("d MMM uuuu", CultureInfo.InvariantCulture);

    private static RecordedPlanRequest? Request(Standing standing)
    {
        var refs = standing.Acts[EscalationStep.PlanRequest].Select(act => act.Ref).ToHashSet();
        return standing.Record.PlanRequests
            .Where(request => refs.Contains(request.Ref))
            .OrderBy(request => request.At).ThenBy(request => request.DueAt).ThenBy(request => request.Ref, StringComparer.Ordinal)
            .LastOrDefault();
    }
}
