using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Staff.Sessions;

/// <summary>Signs somebody out everywhere: oneself, or for an admin anybody.</summary>
public sealed class EndAllSessions(DeskDatabase database)
{
    /// <exception cref="DeskException">The actor may not, or nobody has the login.</exception>
    public Task RunAsync(Actor actor, string login, CancellationToken cancel = default) => database.WriteAsync(async tx =>
    {
        if (actor.Login != login)
            actor.Demand("sign somebody else out", Role.Admin);
        var member = await StaffRecords.KnownAsync(tx.Connection, login);
        await tx.ExecuteAsync(
            "update staff set security_stamp = @stamp, version = version + 1 where id = @Id", new { stamp = StaffPasswords.NewStamp(), member.Id });
        await JournalWriter.AppendAsync(
            tx, JournalWriter.Desk, actor, "signed-out-everywhere",
            actor.Login == member.Login ? "signed out everywhere" : $"signed {member.Name} ({member.Login}) out everywhere", new { member.Login });
    }, cancel);
}
