namespace AbuseDesk.Staff.Sessions;

/// <summary>What makes a session last, written once.</summary>
public static class SessionRecords
{
    /// <summary>Over sessions s and staff p, with @since an idle time ago: a new stamp, a closed account or a sign-out ends it at once.</summary>
    public const string Lasts = "s.ended_at is null and s.stamp = p.security_stamp and not p.disabled and s.seen_at > @since";
}
