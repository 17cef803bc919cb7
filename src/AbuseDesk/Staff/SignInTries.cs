using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Staff;

/// <summary>How many wrong passwords in a row lock a login, and for how long; the same wherever a password is asked for.</summary>
public static class SignInTries
{
    public const int Most = 5;

    public static readonly Duration Lock = Duration.FromMinutes(15);

    public const string Locked = "Five tries failed, so this login is locked for 15 minutes; try again then, or ask an admin for a new password.";

    // counted in the database, so that tries at the same time all count
    internal static Task CountAsync(DeskTransaction tx, StaffMember member) => tx.ExecuteAsync(
        """
        update staff set
          locked_until = case when failed_sign_ins + 1 >= @Most then @until else locked_until end,
          failed_sign_ins = case when failed_sign_ins + 1 >= @Most then 0 else failed_sign_ins + 1 end
        where id = @Id
        """,
        new { Most, until = tx.Now + Lock, member.Id });
}
