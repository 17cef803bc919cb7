using System.Security.Cryptography;
using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Staff.Sessions;

/// <summary>What is known of a sign-in that was just made.</summary>
public sealed record NewSession(string Login, SignInWay Way, string Device, string Address);

/// <summary>Writes down that somebody has signed in; all nodes see it.</summary>
public sealed class StartSession(DeskDatabase database)
{
    // long enough for somebody who asks what happened
    private static readonly Duration Kept = Duration.FromDays(30);

    /// <returns>The key for the cookie.</returns>
    /// <exception cref="DeskException">The person may not act any more.</exception>
    public Task<string> RunAsync(NewSession session, CancellationToken cancel = default)
    {
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return database.WriteAsync(async tx =>
        {
            var member = await StaffRecords.GetAsync(tx.Connection, session.Login);
            await tx.ExecuteAsync("delete from sessions where staff_id = @Id and seen_at < @before", new { member.Id, before = tx.Now - Kept });
            await tx.ExecuteAsync(
                """
                insert into sessions (key, staff_id, stamp, way, device, address, started_at, seen_at)
                values (@key, @Id, @SecurityStamp, @way, @Device, @Address, @Now, @Now)
                """,
                new { key, member.Id, member.SecurityStamp, way = Words.Of(session.Way), session.Device, session.Address, tx.Now });
            return key;
        }, cancel);
    }
}
