namespace AbuseDesk.Web.Components;

/// <summary>Which acts are steps in the life of a case, and which are the work between them.</summary>
public static class TimelineWeight
{
    private static readonly HashSet<string> Steps =
    [
        "case-opened", "case-closed", "case-reopened", "items-checked", "plan-received", "plan-assessed",
        "notice-submitted", "notice-approved", "notice-sent", "suspension-in-effect", "suspension-took-effect", "suspension-lifted",
    ];

    public static bool IsStep(string act) => Steps.Contains(act);
}
