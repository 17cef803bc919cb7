using AbuseDesk.Database;
using AbuseDesk.Journal;
using AbuseDesk.Staff;

namespace AbuseDesk.Deadlines.Feed;

/// <summary>Gives a person a new secret address for the calendar of their deadlines; the one before stops at once.</summary>
public sealed class RenewCalendar(DeskDatabase database)
{
    /// <param name="actor">The person, or an admin.</param>
    /// <param name="login">Whose calendar.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <returns>The secret, which is kept nowhere: show it once.</returns>
    /// <exception cref="DeskException">The actor may not, nobody has the login, or who has it is disabled.</exception>
    public async Task<string> RunAsync(Actor actor, string login, CancellationToken cancel = default)
    {
        FeedOwner.Demand(actor, login);
        var secret = FeedSecret.New();
        await database.WriteAsync(async tx =>
        {
            var member = await StaffRecords.GetAsync(tx.Connection, login);
            await tx.ExecuteAsync(
                """
                insert into calendar_feeds (staff_id, secret_sha256, made_at) values (@Id, @hash, @Now)
                on conflict (staff_id) do update set secret_sha256 = excluded.secret_sha256, made_at = excluded.made_at
                """,
                new { member.Id, hash = FeedSecret.Hash(secret), tx.Now });
            await JournalWriter.AppendAsync(
                tx, JournalWriter.Desk, actor, "calendar-renewed", $"made a new address for the calendar of {member.Name} ({member.Login})", new { member.Login });
        }, cancel);
        return secret;
    }
}
