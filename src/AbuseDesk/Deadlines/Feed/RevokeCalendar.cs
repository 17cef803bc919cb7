using AbuseDesk.Database;
using AbuseDesk.Journal;
using AbuseDesk.Staff;

namespace AbuseDesk.Deadlines.Feed;

/// <summary>Ends the address of somebody's calendar: programs that read it find nothing any more.</summary>
public sealed class RevokeCalendar(DeskDatabase database)
{
    /// <param name="actor">The person, or an admin.</param>
    /// <param name="login">Whose calendar.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <exception cref="DeskException">The actor may not, nobody has the login, or there is no address to end.</exception>
    public async Task RunAsync(Actor actor, string login, CancellationToken cancel = default)
    {
        FeedOwner.Demand(actor, login);
        await database.WriteAsync(async tx =>
        {
            var member = await StaffRecords.KnownAsync(tx.Connection, login);
            if (await tx.ExecuteAsync("delete from calendar_feeds where staff_id = @Id", new { member.Id }) == 0)
                throw new DeskException($"{member.Name} has no calendar address, so there is nothing to revoke.");
            await JournalWriter.AppendAsync(
                tx, JournalWriter.Desk, actor, "calendar-revoked", $"ended the address of the calendar of {member.Name} ({member.Login})", new { member.Login });
        }, cancel);
    }
}
