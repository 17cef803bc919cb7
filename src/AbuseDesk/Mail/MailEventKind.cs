namespace AbuseDesk.Mail;

/// <summary>What became of a mail for one recipient, as somebody told it.</summary>
public enum MailEventKind
{
    /// <summary>The desk's own server, or the folder, took it.</summary>
    Accepted,

    /// <summary>That server takes nothing for this recipient.</summary>
    Refused,

    /// <summary>The mail was refused as a whole, or given up.</summary>
    Failed,

    /// <summary>A server on the way keeps trying.</summary>
    Delayed,

    /// <summary>Handed to a server that reports no more.</summary>
    Relayed,

    /// <summary>The recipient's server has it.</summary>
    Delivered,

    /// <summary>A server on the way gave it back for good.</summary>
    Bounced,

    /// <summary>The recipient calls it unwanted.</summary>
    Complained,
}
