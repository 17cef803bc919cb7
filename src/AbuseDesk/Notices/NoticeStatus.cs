namespace AbuseDesk.Notices;

/// <summary>Where a notice stands on its way out of the house.</summary>
public enum NoticeStatus
{
    /// <summary>Being written; also after an approval was voided.</summary>
    Draft,

    /// <summary>Waits for the reviewer.</summary>
    InReview,

    /// <summary>Came back from the reviewer with a comment.</summary>
    Returned,

    /// <summary>Its bytes are approved; sending is the next act.</summary>
    Approved,

    Sent,

    /// <summary>Taken back before it was sent.</summary>
    Withdrawn,
}
