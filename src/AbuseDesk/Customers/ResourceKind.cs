namespace AbuseDesk.Customers;

public enum ResourceKind
{
    /// <summary>A block of IP addresses.</summary>
    Range,

    /// <summary>A domain with everything below it.</summary>
    Domain,

    /// <summary>One host name exactly.</summary>
    Host,

    /// <summary>All URLs that start so.</summary>
    Url,

    /// <summary>A storage bucket; "endpoint/bucket" lets locations be attributed to it.</summary>
    Bucket,
}
