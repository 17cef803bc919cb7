using AbuseDesk.Database;
using AbuseDesk.Journal;
using Microsoft.AspNetCore.Identity;

namespace AbuseDesk.Staff;

/// <summary>Gives a person a new password, ends all their sessions and unlocks their login. For admins.</summary>
public sealed class ResetPassword(DeskDatabase database, IPasswordHasher<StaffMember> hasher)
{
    /// <param name="actor">An admin.</param>
    /// <param name="login">Whose password it is.</param>
    /// <param name="password">As it will be typed; null makes one.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <returns>The password, which is kept nowhere in clear: show it once.</returns>
    /// <exception cref="DeskException">The actor is no admin, nobody enabled has the login, or the password breaks a rule.</exception>
    public async Task<string> RunAsync(Actor actor, string login, string? password = null, CancellationToken cancel = default)
    {
        actor.Demand("reset a password", Role.Admin);
        var wanted = password ?? Passwords.Generate();
        var hash = hasher.HashPassword(null!, wanted);
        await database.WriteAsync(async tx =>
        {
            var member = await StaffRecords.KnownAsync(tx.Connection, login);
            if (member.Disabled)
                throw new DeskException($"{member.Name} ({member.Login}) is disabled and cannot sign in; enable the login first.");
            Passwords.Check(member.Login, wanted, member.Name);
            if (await StaffPasswords.SetAsync(tx, member, hash) == 0)
                throw new DeskException($"The password of {member.Login} was changed by somebody else meanwhile; try again.");
            await JournalWriter.AppendAsync(
                tx, JournalWriter.Desk, actor, "password-reset", $"gave {member.Name} ({member.Login}) a new password; their sessions ended", new { member.Login });
        }, cancel);
        return wanted;
    }
}
