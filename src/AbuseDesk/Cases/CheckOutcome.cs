namespace AbuseDesk.Cases;

/// <summary>What one look at an item found.</summary>
public enum CheckOutcome
{
    Removed,
    StillUp,
    Unreachable,
}
