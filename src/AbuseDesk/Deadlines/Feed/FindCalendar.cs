using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Deadlines.Feed;

/// <summary>Since when a person has the address of their calendar; the address itself is known to nobody but them.</summary>
public sealed class FindCalendar(DeskDatabase database)
{
    /// <returns>Null where they have none.</returns>
    public Task<Instant?> RunAsync(string login, CancellationToken cancel = default) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<Instant?>(
            "select f.made_at from calendar_feeds f join staff s on s.id = f.staff_id where s.login = @login", new { login }),
        cancel);
}
