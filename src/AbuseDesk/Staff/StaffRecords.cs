using System.Data.Common;
using Dapper;

namespace AbuseDesk.Staff;

/// <summary>Queries about staff; they take any connection, also the one of a running transaction.</summary>
public static class StaffRecords
{
    private const string Select =
        """
        select id, login, name, title, email, zone, roles, password_hash, security_stamp, failed_sign_ins, locked_until, disabled, created_at, version
        from staff
        """;

    /// <summary>All of them, by login, those who are disabled too.</summary>
    public static async Task<IReadOnlyList<StaffMember>> ListAsync(DbConnection connection) =>
        (await connection.QueryAsync<StaffMember>($"{Select} order by login")).AsList();

    public static Task<StaffMember?> FindAsync(DbConnection connection, string login) =>
        connection.QuerySingleOrDefaultAsync<StaffMember>($"{Select} where login = @login", new { login = login.Trim().ToLowerInvariant() });

    /// <exception cref="DeskException">Nobody has the login, or who has it may no longer act.</exception>
    public static async Task<StaffMember> GetAsync(DbConnection connection, string login)
    {
        var member = await KnownAsync(connection, login);
        return member.Disabled
            ? throw new DeskException($"The login {member.Login} is disabled; ask an admin of the desk.")
            : member;
    }

    /// <summary>Also somebody who is disabled.</summary>
    /// <exception cref="DeskException">Nobody has the login.</exception>
    public static async Task<StaffMember> KnownAsync(DbConnection connection, string login) =>
        await FindAsync(connection, login)
            ?? throw new DeskException($"There is nobody with the login “{Shown.Briefly(login)}”; see “abusedesk users list”.");

    /// <summary>Who has an e-mail address; letters count in either case.</summary>
    public static Task<StaffMember?> FindByEmailAsync(DbConnection connection, string email) =>
        connection.QueryFirstOrDefaultAsync<StaffMember>($"{Select} where lower(email) = lower(@email) order by id", new { email });

    public static Task<bool> AnyAsync(DbConnection connection) =>
        connection.ExecuteScalarAsync<bool>("select exists (select 1 from staff)");
}
