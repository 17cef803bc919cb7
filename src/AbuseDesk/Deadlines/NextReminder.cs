using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>When the next reminder is planned: until then a sweep finds nothing.</summary>
public sealed class NextReminder(DeskDatabase database)
{
    /// <returns>Null where none is planned.</returns>
    public Task<Instant?> FindAsync() => database.ReadAsync(connection =>
        connection.QueryFirstOrDefaultAsync<Instant?>("select remind_at from reminders where status = 'planned' order by remind_at limit 1"));
}
