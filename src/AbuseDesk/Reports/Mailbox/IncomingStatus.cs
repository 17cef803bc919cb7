namespace AbuseDesk.Reports.Mailbox;

/// <summary>What became of a mail that came in.</summary>
public enum IncomingStatus
{
    /// <summary>Nobody knows yet where it belongs: staff decide.</summary>
    Intake,

    /// <summary>It is correspondence of a case.</summary>
    OnCase,

    /// <summary>A report about a mail of the desk; what it says is on record with that mail.</summary>
    Noted,

    /// <summary>Somebody has decided that it belongs nowhere.</summary>
    Dismissed,
}
