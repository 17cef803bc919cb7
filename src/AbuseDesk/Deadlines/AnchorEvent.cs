namespace AbuseDesk.Deadlines;

/// <summary>What happens on a case that a deadline may be counted from.</summary>
public enum AnchorEvent
{
    ReportReceived,
    OrderReceived,
    RequestReceived,
    ContentRemoved,
    NoticeSubmitted,
    NoticeApproved,
    NoticeSent,
    NoticeDelivered,
    PersonInformed,
    PlanAskedFor,
    PlanReceived,
    CounterNoticeReceived,
    DisputeReceived,
    ReportCompleted,
    SuspensionEffective,
}

/// <summary>The events as sentences say them.</summary>
public static class AnchorWords
{
    /// <summary>"the counter notice was received".</summary>
    public static string Of(AnchorEvent anchor) => anchor switch
    {
        AnchorEvent.ReportReceived => "the report was received",
        AnchorEvent.OrderReceived => "the order was received",
        AnchorEvent.RequestReceived => "the request was received",
        AnchorEvent.ContentRemoved => "the content was removed",
        AnchorEvent.NoticeSubmitted => "the notice was submitted to legal",
        AnchorEvent.NoticeApproved => "the notice was approved",
        AnchorEvent.NoticeSent => "the notice was sent",
        AnchorEvent.NoticeDelivered => "the notice was delivered",
        AnchorEvent.PersonInformed => "the person was informed",
        AnchorEvent.PlanAskedFor => "the plan was asked for",
        AnchorEvent.PlanReceived => "the plan was received",
        AnchorEvent.CounterNoticeReceived => "the counter notice was received",
        AnchorEvent.DisputeReceived => "the dispute was received",
        AnchorEvent.ReportCompleted => "the report to the authority was completed",
        _ => "the suspension took effect",
    };
}
