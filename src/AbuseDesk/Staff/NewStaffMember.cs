namespace AbuseDesk.Staff;

/// <summary>Who is to be added.</summary>
public sealed record NewStaffMember
{
    public required string Login { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Email { get; init; }

    /// <summary>TZDB name.</summary>
    public required string Zone { get; init; }

    public required IReadOnlyCollection<Role> Roles { get; init; }

    /// <summary>As it will be typed; only its hash is kept. Null: cannot sign in.</summary>
    public string? Password { get; init; }

    // a record prints its members, and a password must not get into a log
    public override string ToString() => $"{Login} ({Name})";
}
