using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Staff.SecondFactor;

/// <summary>Gives the person who acts an authenticator, once a code of it shows that it works.</summary>
public sealed class AddSecondFactor(DeskDatabase database)
{
    /// <param name="actor">Whose it is.</param>
    /// <param name="secret">In clear, to check the code.</param>
    /// <param name="kept">The same as the database keeps it, protected.</param>
    /// <param name="code">As the authenticator shows it now.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <returns>The recovery codes, which are kept nowhere in clear: show them once.</returns>
    /// <exception cref="DeskException">The code is wrong, or the person has one already.</exception>
    public Task<IReadOnlyList<string>> RunAsync(Actor actor, string secret, string kept, string code, CancellationToken cancel = default) => database.WriteAsync(async tx =>
    {
        var member = await StaffRecords.GetAsync(tx.Connection, actor.Login);
        if (Totp.StepOf(secret, code, tx.Now) is not { } step)
            throw new DeskException("The code is not the one of this moment; type the one that the authenticator shows now, and check its clock.");
        var added = await tx.ExecuteAsync(
            "insert into second_factors (staff_id, secret, added_at, last_step) values (@Id, @kept, @Now, @step) on conflict (staff_id) do nothing",
            new { member.Id, kept, tx.Now, step });
        if (added == 0) throw new DeskException("You have a second factor already; take it away first.");
        await JournalWriter.AppendAsync(tx, JournalWriter.Desk, actor, "second-factor-added", "added a second factor to their sign-in", new { member.Login });
        return await RecoveryCodes.MakeAsync(tx, member.Id);
    }, cancel);
}
