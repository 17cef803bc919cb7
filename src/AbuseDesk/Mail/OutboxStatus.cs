namespace AbuseDesk.Mail;

public enum OutboxStatus
{
    Waiting,
    Sent,
    Failed,
}
