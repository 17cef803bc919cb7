using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Staff.SecondFactor;

/// <summary>Takes the authenticator of a person away: their own, or for an admin that of somebody who has lost it. All their sessions end.</summary>
public sealed class TakeSecondFactor(DeskDatabase database)
{
    /// <exception cref="DeskException">The actor may not, or the person has none.</exception>
    public Task RunAsync(Actor actor, string login, CancellationToken cancel = default) => database.WriteAsync(async tx =>
    {
        if (actor.Login != login)
            actor.Demand("take away the second factor of somebody else", Role.Admin);
        var member = await StaffRecords.KnownAsync(tx.Connection, login);
        await tx.ExecuteAsync("delete from recovery_codes where staff_id = @Id", new { member.Id });
        if (await tx.ExecuteAsync("delete from second_factors where staff_id = @Id", new { member.Id }) == 0)
            throw new DeskException($"{member.Name} ({member.Login}) has no second factor.");
        await tx.ExecuteAsync(
            "update staff set security_stamp = @stamp, version = version + 1 where id = @Id", new { stamp = StaffPasswords.NewStamp(), member.Id });
        await JournalWriter.AppendAsync(
            tx, JournalWriter.Desk, actor, "second-factor-taken",
            actor.Login == member.Login ? "took away their own second factor" : $"took away the second factor of {member.Name} ({member.Login}); their sessions ended",
            new { member.Login });
    }, cancel);
}
