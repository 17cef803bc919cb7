namespace AbuseDesk.Cases;

/// <summary>The overall verdict on a customer's plan.</summary>
public enum PlanVerdict
{
    Adequate,
    Insufficient,
}
