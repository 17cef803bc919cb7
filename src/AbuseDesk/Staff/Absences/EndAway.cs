using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Staff.Absences;

/// <summary>A person is back, or will not be away: nobody stands in for them any more.</summary>
public sealed class EndAway(DeskDatabase database)
{
    /// <exception cref="DeskException">The actor may not, or the person is not going to be away.</exception>
    public Task RunAsync(Actor actor, string login, CancellationToken cancel = default) => database.WriteAsync(async tx =>
    {
        var person = await StaffRecords.KnownAsync(tx.Connection, login);
        if (actor.Login != person.Login)
            actor.Demand("say that somebody else is back", Role.Lead, Role.Admin);
        if (await tx.ExecuteAsync("update absences set ended_at = @Now where login = @Login and ended_at is null and until_at > @Now", new { tx.Now, person.Login }) == 0)
            throw new DeskException($"{person.Name} ({person.Login}) is not away and is not going to be.");
        await JournalWriter.AppendAsync(tx, JournalWriter.Desk, actor, "away-ended", $"{person.Name} ({person.Login}) is back; nobody stands in for them", new { person.Login });
    }, cancel);
}
