using AbuseDesk.Database;
using AbuseDesk.Journal;
using Microsoft.AspNetCore.Identity;

namespace AbuseDesk.Staff;

/// <summary>Gives the person who acts another password; all their sign-ins made so far end.</summary>
public sealed class ChangePassword(DeskDatabase database, IPasswordHasher<StaffMember> hasher)
{
    /// <param name="actor">Whose password it is.</param>
    /// <param name="old">The one that holds so far; a wrong one counts as a failed sign-in.</param>
    /// <param name="wanted">The new one, as it will be typed.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <exception cref="DeskException">The old one is wrong, the login is locked, or the new one breaks a rule.</exception>
    public async Task RunAsync(Actor actor, string old, string wanted, CancellationToken cancel = default)
    {
        var member = await database.ReadAsync(connection => StaffRecords.GetAsync(connection, actor.Login), cancel);
        if (member.LockedUntil > database.Now)
            throw new DeskException(SignInTries.Locked);
        if (member.PasswordHash is not { } kept || hasher.VerifyHashedPassword(member, kept, old) == PasswordVerificationResult.Failed)
        {
            await database.WriteAsync(tx => SignInTries.CountAsync(tx, member), cancel);
            throw new DeskException("The old password is wrong; type the one that you signed in with.");
        }

        Passwords.Check(member.Login, wanted, member.Name);
        if (wanted == old)
            throw new DeskException("The new password is the old one; choose another.");
        var hash = hasher.HashPassword(member, wanted);
        await database.WriteAsync(async tx =>
        {
            if (await StaffPasswords.SetAsync(tx, member, hash) == 0)
                throw new DeskException("Your password was changed by somebody else meanwhile; sign in again.");
            await JournalWriter.AppendAsync(
                tx, JournalWriter.Desk, actor, "password-changed", "changed their own password; their other sessions ended", new { member.Login });
        }, cancel);
    }
}
