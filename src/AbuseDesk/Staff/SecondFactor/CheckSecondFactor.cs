using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Staff.SecondFactor;

/// <summary>Takes a code of the authenticator, or a recovery code, from somebody whose password was right. No code is taken twice.</summary>
public sealed class CheckSecondFactor(DeskDatabase database)
{
    /// <param name="login">Whose.</param>
    /// <param name="code">As it was typed.</param>
    /// <param name="open">Opens the secret that the database keeps.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <exception cref="DeskException">The login is locked, or the code is wrong, which counts as a failed sign-in.</exception>
    public async Task RunAsync(string login, string code, Func<string, string> open, CancellationToken cancel = default)
    {
        var refused = await database.WriteAsync(async tx =>
        {
            var member = await StaffRecords.GetAsync(tx.Connection, login);
            if (member.LockedUntil > tx.Now) return SignInTries.Locked;
            if (await IsRightAsync(tx, member, code, open))
            {
                await tx.ExecuteAsync("update staff set failed_sign_ins = 0 where id = @Id", new { member.Id });
                return null;
            }

            await SignInTries.CountAsync(tx, member);
            return "The code is wrong, or was used already; wait for the next one, or type a recovery code.";
        }, cancel);
        if (refused is not null) throw new DeskException(refused);
    }

    private static async Task<bool> IsRightAsync(DeskTransaction tx, StaffMember member, string code, Func<string, string> open)
    {
        var kept = await tx.FindAsync<string>("select secret from second_factors where staff_id = @Id", new { member.Id });
        if (kept is null) return false;
        if (Totp.StepOf(open(kept), code, tx.Now) is { } step)
        {
            return await tx.ExecuteAsync(
                "update second_factors set last_step = @step where staff_id = @Id and last_step < @step", new { step, member.Id }) == 1;
        }

        if (!await RecoveryCodes.UseAsync(tx, member.Id, code)) return false;
        await JournalWriter.AppendAsync(
            tx, JournalWriter.Desk, member.Actor, "recovery-code-used", "signed in with a recovery code", new { member.Login });
        return true;
    }
}
