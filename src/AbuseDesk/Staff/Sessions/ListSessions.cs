using AbuseDesk.Database;

namespace AbuseDesk.Staff.Sessions;

/// <summary>Where somebody is signed in now.</summary>
public sealed class ListSessions(DeskDatabase database)
{
    /// <returns>The one used last comes first.</returns>
    public Task<IReadOnlyList<Session>> RunAsync(string login, CancellationToken cancel = default) => database.SnapshotAsync(async tx =>
        (IReadOnlyList<Session>)[.. await tx.QueryAsync<Session>(
            $"""
            select s.id, s.way, s.device, s.address, s.started_at, s.seen_at
            from sessions s join staff p on p.id = s.staff_id
            where p.login = @login and {SessionRecords.Lasts}
            order by s.seen_at desc, s.id desc
            """,
            new { login, since = database.Now - Session.Idle })], cancel);
}
