using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Staff.Sessions;

/// <summary>Notes that a session was used, and from where; at most once a minute.</summary>
public sealed class TouchSession(DeskDatabase database)
{
    public async Task RunAsync(long id, Instant seenAt, string address, CancellationToken cancel = default)
    {
        if (seenAt + Duration.FromMinutes(1) > database.Now) return;
        await database.WriteAsync(tx => tx.ExecuteAsync(
            "update sessions set seen_at = @Now, address = @address where id = @id and seen_at < @Now", new { tx.Now, address, id }), cancel);
    }
}
