namespace AbuseDesk.Suspensions;

public enum TerminationStatus
{
    Scheduled,
    InEffect,
    CalledOff,
}
