using AbuseDesk.Cases;
using NodaTime;

namespace AbuseDesk.Web.Pages.Cases;

/// <summary>What a case stands at, in a few words, and since when.</summary>
public sealed record CaseState(string Words, Instant Since)
{
    public static CaseState Of(CaseDetails details, CaseSurroundings around, PlanRow? plan)
    {
        if (details.ClosedAt is { } closed) return new("Closed", closed);
        if (End(around.Termination) is { } end) return end;
        if (Measure(around.Suspension) is { } measure) return measure;
        if (around.Unsent is { } unsent) return new(Unsent(unsent), unsent.ChangedAt);
        var sent = around.Notices.FirstOrDefault(notice => notice.Status == "sent");
        if (plan is not null && (sent?.SentAt is not { } at || plan.ReceivedAt > at)) return Planned(plan);
        return sent is null ? new("Open", details.OpenedAt) : new(Sent(sent.Kind), sent.ChangedAt);
    }

    private static CaseState? End(CaseTermination? termination) => termination switch
    {
        { Status: "in-effect" } => new("Terminated", termination.EffectiveAt),
        { Status: "scheduled" } => new("Termination announced", termination.EffectiveAt),
        _ => null,
    };

    private static CaseState? Measure(CaseSuspension? suspension) => suspension switch
    {
        { Status: "in-effect" } => new("Suspended", suspension.TookEffectAt ?? suspension.EffectiveAt),
        { Status: "scheduled" } => new("Suspension announced", suspension.EffectiveAt),
        { Status: "lifted" } => new("Suspension lifted", suspension.LiftedAt ?? suspension.EffectiveAt),
        _ => null,
    };

    private static CaseState Planned(PlanRow plan) => plan.Verdict is null
        ? new("Plan to assess", plan.ReceivedAt)
        : new($"Plan {plan.Verdict}", plan.AssessedAt ?? plan.ReceivedAt);

    private static string Unsent(CaseNotice notice) => notice.Word + notice.Status switch
    {
        "in-review" => " in review",
        "returned" => " returned",
        "approved" => " approved, not sent",
        _ => " in draft",
    };

    private static string Sent(string kind) => kind switch
    {
        "forwarding" => "Forwarded",
        "warning" => "Warned",
        "plan-request" => "Plan asked for",
        "suspension" => "Suspension announced",
        "termination" => "Termination called off",
        _ => "Notice sent",
    };
}
