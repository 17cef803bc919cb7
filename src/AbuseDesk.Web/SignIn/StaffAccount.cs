using NodaTime;

namespace AbuseDesk.Web.SignIn;

/// <summary>A row of staff as signing in needs it. Identity changes it member by member before it is saved.</summary>
public sealed class StaffAccount
{
    public long Id { get; init; }

    public string Login { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Space-separated.</summary>
    public string Roles { get; init; } = "";

    public string? PasswordHash { get; set; }

    public string SecurityStamp { get; set; } = "";

    /// <summary>The stamp as it was read, whatever Identity has made of it since.</summary>
    public string StampAsRead { get; init; } = "";

    public int FailedSignIns { get; set; }

    public Instant? LockedUntil { get; set; }

    /// <summary>A right password alone does not sign them in.</summary>
    public bool SecondFactor { get; init; }

    /// <summary>The session of this request; 0 where the account was read for something else.</summary>
    public long SessionId { get; init; }

    public Instant SessionSeenAt { get; init; }

    public Actor ToActor() => new(Login, Name, RolesHeld().ToHashSet());

    private IEnumerable<Role> RolesHeld() => Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Words.Parse<Role>);
}
