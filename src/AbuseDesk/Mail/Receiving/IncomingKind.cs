namespace AbuseDesk.Mail.Receiving;

/// <summary>Who or what wrote a mail that came in.</summary>
public enum IncomingKind
{
    /// <summary>Somebody, as far as it shows.</summary>
    Person,

    /// <summary>An answering machine (RFC 3834) or a list.</summary>
    Automatic,

    /// <summary>A server, about the delivery of a mail.</summary>
    Report,

    /// <summary>Nobody can say: it is no mail that could be read.</summary>
    Broken,
}
