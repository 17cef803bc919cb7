using NodaTime;

namespace AbuseDesk.Staff.Sessions;

/// <summary>How somebody showed who they are.</summary>
public enum SignInWay
{
    Password,
    PasswordAndCode,
}

/// <summary>One browser in which somebody is signed in.</summary>
public sealed record Session
{
    /// <summary>After so long without a request a session is over.</summary>
    public static readonly Duration Idle = Duration.FromHours(10);

    public required long Id { get; init; }

    /// <summary>A word of <see cref="SignInWay"/>.</summary>
    public required string Way { get; init; }

    /// <summary>"Firefox on Linux", as the browser says.</summary>
    public required string Device { get; init; }

    /// <summary>The address from which it was last used.</summary>
    public required string Address { get; init; }

    public required Instant StartedAt { get; init; }

    /// <summary>To the minute.</summary>
    public required Instant SeenAt { get; init; }
}
