namespace AbuseDesk.Notices.Facts;

/// <summary>What a notice is; the template of the same name (in kebab case) words it.</summary>
public enum NoticeKind
{
    Forwarding,
    Warning,
    PlanRequest,
    Suspension,
    Reinstatement,
    Termination,
    Receipt,
    Decision,
}
