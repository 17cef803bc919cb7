namespace AbuseDesk.Cases;

public enum CaseStatus
{
    Open,
    Closed,
}
