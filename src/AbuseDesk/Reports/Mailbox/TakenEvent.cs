namespace AbuseDesk.Reports.Mailbox;

/// <summary>What became of an event about a mail.</summary>
public enum TakenEvent
{
    /// <summary>It is on record with the mail of this desk that it is about.</summary>
    Matched,

    /// <summary>It is about a mail that this desk does not know; nothing of it is kept.</summary>
    Unknown,

    /// <summary>It says nothing of delivery: that a mail was handed to SES, or opened.</summary>
    SaysNothing,
}
