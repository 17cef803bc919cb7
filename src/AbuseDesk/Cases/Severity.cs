namespace AbuseDesk.Cases;

/// <summary>How grave a violation is, mildest first; the order is relied on.</summary>
public enum Severity
{
    Low,
    Medium,
    High,
    Critical,
}
