using AbuseDesk.Database;

namespace AbuseDesk.Staff;

internal static class StaffPasswords
{
    /// <summary>Keeps a new hash, ends every sign-in made so far, and unlocks the login.</summary>
    /// <returns>1, or 0 where the password or the stamp changed since the member was read.</returns>
    public static Task<int> SetAsync(DeskTransaction tx, StaffMember member, string hash) => tx.ExecuteAsync(
        """
        update staff set password_hash = @hash, security_stamp = @next, failed_sign_ins = 0, locked_until = null, version = version + 1
        where id = @Id and security_stamp = @SecurityStamp
        """,
        new { hash, next = NewStamp(), member.Id, member.SecurityStamp });

    public static string NewStamp() => Guid.NewGuid().ToString("n");
}
