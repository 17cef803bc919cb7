using System.Globalization;
using AbuseDesk.Database;
using AbuseDesk.Staff.Sessions;
using Dapper;
using Microsoft.AspNetCore.Identity;

namespace AbuseDesk.Web.SignIn;

/// <summary>Identity's view of the table staff. People are added and changed by the desk itself; here they only sign in.</summary>
public sealed partial class StaffStore(DeskDatabase database)
    : IUserPasswordStore<StaffAccount>, IUserSecurityStampStore<StaffAccount>, IUserLockoutStore<StaffAccount>, IUserRoleStore<StaffAccount>
{
    private const string Columns = "id, login, name, roles, password_hash, security_stamp, security_stamp as stamp_as_read, failed_sign_ins, locked_until, exists (select 1 from second_factors f where f.staff_id = staff.id) as second_factor";

    public Task<StaffAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        FindAsync("id = @id", new { id = long.TryParse(userId, CultureInfo.InvariantCulture, out var id) ? id : 0 }, cancellationToken);

    public Task<StaffAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindAsync("login = @login", new { login = normalizedUserName.ToLowerInvariant() }, cancellationToken);

    /// <summary>Writes nothing where the password was reset or the person disabled since the account was read: the older hash must not come back.</summary>
    public async Task<IdentityResult> UpdateAsync(StaffAccount user, CancellationToken cancellationToken)
    {
        await database.WriteAsync(tx => tx.ExecuteAsync(
            """
            update staff set password_hash = @PasswordHash, security_stamp = @SecurityStamp,
              failed_sign_ins = @FailedSignIns, locked_until = @LockedUntil
            where id = @Id and security_stamp = @StampAsRead
            """,
            user), cancellationToken);
        return IdentityResult.Success;
    }

    /// <summary>Counted in the database, so that tries at the same time all count.</summary>
    public async Task<int> IncrementAccessFailedCountAsync(StaffAccount user, CancellationToken cancellationToken) =>
        user.FailedSignIns = await database.WriteAsync(tx => tx.GetAsync<int>(
            "update staff set failed_sign_ins = failed_sign_ins + 1 where id = @Id returning failed_sign_ins", user), cancellationToken);

    /// <summary>Who is signed in, by the key in their cookie; null where the session is over.</summary>
    public Task<StaffAccount?> FindBySessionAsync(string key, CancellationToken cancel) =>
        database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<StaffAccount>(
            $"""
            select p.id, p.login, p.name, p.roles, p.password_hash, p.security_stamp, p.security_stamp as stamp_as_read, p.failed_sign_ins,
              p.locked_until, s.id as session_id, s.seen_at as session_seen_at,
              exists (select 1 from second_factors f where f.staff_id = p.id) as second_factor
            from sessions s join staff p on p.id = s.staff_id
            where s.key = @key and {SessionRecords.Lasts}
            """,
            new { key, since = database.Now - Session.Idle }), cancel);

    // somebody who left is not found: their cookie ends with their next request
    private Task<StaffAccount?> FindAsync(string where, object parameters, CancellationToken cancel) =>
        database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<StaffAccount>(
            $"select {Columns} from staff where {where} and not disabled", parameters), cancel);
}
