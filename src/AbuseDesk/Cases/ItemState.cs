namespace AbuseDesk.Cases;

/// <summary>The state of an item: what its last check found, or that nobody has checked it yet.</summary>
public enum ItemState
{
    Unchecked,
    Removed,
    StillUp,
    Unreachable,
}
