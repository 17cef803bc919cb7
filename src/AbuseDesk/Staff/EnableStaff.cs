using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Staff;

/// <summary>Lets a person who was disabled act again, with the roles and the password that they had.</summary>
public sealed class EnableStaff(DeskDatabase database)
{
    /// <exception cref="DeskException">The actor is no admin, or the person is not disabled.</exception>
    public Task<StaffMember> RunAsync(Actor actor, string login, CancellationToken cancel = default)
    {
        actor.Demand("enable a login", Role.Admin);
        return database.WriteAsync(async tx =>
        {
            var member = await StaffRecords.KnownAsync(tx.Connection, login);
            var changed = await tx.ExecuteAsync(
                "update staff set disabled = false, failed_sign_ins = 0, locked_until = null, version = version + 1 where id = @Id and disabled", new { member.Id });
            if (changed == 0)
                throw new DeskException($"{member.Name} ({member.Login}) is not disabled.");
            await JournalWriter.AppendAsync(
                tx, JournalWriter.Desk, actor, "staff-enabled",
                $"enabled {member.Name} ({member.Login}) as {RoleList.Said(member.Roles)}", new { member.Login, member.Roles });
            return await StaffRecords.KnownAsync(tx.Connection, login);
        }, cancel);
    }
}
