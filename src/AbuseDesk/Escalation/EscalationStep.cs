namespace AbuseDesk.Escalation;

/// <summary>The steps of the ladder, mildest first; the order is relied on.</summary>
public enum EscalationStep
{
    Forwarding,
    Warning,
    PlanRequest,
    Suspension,
    Termination,
}
