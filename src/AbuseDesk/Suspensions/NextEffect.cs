using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Suspensions;

/// <summary>When the next scheduled suspension takes effect: until then a sweep finds nothing.</summary>
public sealed class NextEffect(DeskDatabase database)
{
    /// <returns>Null where none is scheduled.</returns>
    public Task<Instant?> FindAsync() => database.ReadAsync(connection =>
        connection.QueryFirstOrDefaultAsync<Instant?>("select effective_at from suspensions where status = 'scheduled' order by effective_at limit 1"));
}
