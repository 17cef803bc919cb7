namespace AbuseDesk.Suspensions;

public enum SuspensionStatus
{
    Scheduled,
    InEffect,
    Lifted,
}
