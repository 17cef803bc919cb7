using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Staff;

/// <summary>What changes about a person; null leaves it as it is.</summary>
public sealed record StaffChanges
{
    public string? Name { get; init; }

    /// <summary>As notices print it under the name.</summary>
    public string? Title { get; init; }

    public string? Email { get; init; }

    /// <summary>A TZDB name.</summary>
    public string? Zone { get; init; }
}

/// <summary>Changes what is on record about a person; what was printed or sent before stays as it was.</summary>
public sealed class ChangeStaff(DeskDatabase database)
{
    /// <param name="actor">An admin.</param>
    /// <param name="login">Of whom.</param>
    /// <param name="changes">What is new.</param>
    /// <param name="seen">The version of the person that the actor looked at; null skips the check.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <exception cref="DeskException">The actor is no admin, something cannot be used, or the person changed since.</exception>
    public Task<StaffMember> RunAsync(Actor actor, string login, StaffChanges changes, long? seen = null, CancellationToken cancel = default)
    {
        actor.Demand("change a person", Role.Admin);
        return database.WriteAsync(async tx =>
        {
            var before = await StaffRecords.KnownAsync(tx.Connection, login);
            var after = before with
            {
                Name = changes.Name is { } name ? StaffDetails.OneLine("name", name) : before.Name,
                Title = changes.Title is { } title ? StaffDetails.OneLine("title", title) : before.Title,
                Email = changes.Email is { } email ? EmailAddress.Parse(email) : before.Email,
                Zone = changes.Zone is { } zone ? Zones.Get(zone).Id : before.Zone,
            };
            if (after == before)
                return before;
            await StaffDetails.RequireOwnAddressAsync(tx, after);
            var changed = await tx.ExecuteAsync(
                "update staff set name = @Name, title = @Title, email = @Email, zone = @Zone, version = version + 1 where id = @Id and version = @version",
                new { after.Name, after.Title, after.Email, after.Zone, after.Id, version = seen ?? before.Version });
            if (changed == 0)
                throw new DeskException($"{before.Name} ({before.Login}) was changed by somebody else meanwhile; look again before you change them.");
            await JournalWriter.AppendAsync(
                tx, JournalWriter.Desk, actor, "staff-changed", $"changed what is on record about {after.Name} ({after.Login})",
                new
                {
                    after.Login,
                    after.Name,
                    after.Title,
                    after.Email,
                    after.Zone,
                    was = new { before.Name, before.Title, before.Email, before.Zone },
                });
            return await StaffRecords.KnownAsync(tx.Connection, login);
        }, cancel);
    }
}
