namespace AbuseDesk.Cases;

/// <summary>Who must act next on a case.</summary>
public enum Turn
{
    Ours,
    Legal,
    Customer,
}
