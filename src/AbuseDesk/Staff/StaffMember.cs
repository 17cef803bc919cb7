using NodaTime;

namespace AbuseDesk.Staff;

/// <summary>A member of staff, as on record.</summary>
public sealed record StaffMember
{
    public required long Id { get; init; }

    public required string Login { get; init; }

    public required string Name { get; init; }

    /// <summary>As notices print it below the name: "Counsel".</summary>
    public required string Title { get; init; }

    public required string Email { get; init; }

    /// <summary>TZDB name.</summary>
    public required string Zone { get; init; }

    /// <summary>Words of <see cref="Role"/>, separated by spaces; <see cref="RoleSet"/> reads them.</summary>
    public required string Roles { get; init; }

    /// <summary>Null: cannot sign in.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Changes whenever sign-ins made so far must end.</summary>
    public required string SecurityStamp { get; init; }

    public required int FailedSignIns { get; init; }

    public Instant? LockedUntil { get; init; }

    public required bool Disabled { get; init; }

    public required Instant CreatedAt { get; init; }

    public required long Version { get; init; }

    public IReadOnlySet<Role> RoleSet =>
        Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Words.Parse<Role>).ToHashSet();

    public Actor Actor => new(Login, Name, RoleSet);
}
