using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Staff.SecondFactor;

/// <summary>The authenticator of a person, without its secret.</summary>
public sealed record AddedFactor
{
    public required Instant AddedAt { get; init; }

    /// <summary>Recovery codes that were not used yet.</summary>
    public required long CodesLeft { get; init; }
}

/// <summary>Whether somebody has a second factor.</summary>
public sealed class FindSecondFactor(DeskDatabase database)
{
    /// <returns>Null where they have none.</returns>
    public Task<AddedFactor?> RunAsync(string login, CancellationToken cancel = default) => database.SnapshotAsync(tx => tx.FindAsync<AddedFactor>(
        """
        select f.added_at, (select count(*) from recovery_codes c where c.staff_id = f.staff_id and c.used_at is null) as codes_left
        from second_factors f join staff p on p.id = f.staff_id
        where p.login = @login
        """,
        new { login }), cancel);
}
