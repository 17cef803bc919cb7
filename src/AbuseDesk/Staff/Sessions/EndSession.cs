using AbuseDesk.Database;

namespace AbuseDesk.Staff.Sessions;

/// <summary>Signs the person who acts out of one browser.</summary>
public sealed class EndSession(DeskDatabase database)
{
    /// <exception cref="DeskException">It is not one of theirs, or is over already.</exception>
    public Task RunAsync(Actor actor, long id, CancellationToken cancel = default) => database.WriteAsync(async tx =>
    {
        var ended = await tx.ExecuteAsync(
            "update sessions set ended_at = @Now where id = @id and ended_at is null and staff_id = (select id from staff where login = @Login)",
            new { tx.Now, id, actor.Login });
        if (ended == 0) throw new DeskException("That session is over already; the list shows those that are not.");
    }, cancel);
}
