using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Staff;

/// <summary>Gives a person other roles in the place of those they have, from their next request on.</summary>
public sealed class ChangeRoles(DeskDatabase database)
{
    /// <param name="actor">An admin.</param>
    /// <param name="login">Whose roles.</param>
    /// <param name="roles">All that they will have.</param>
    /// <param name="seen">The version of the person that the actor looked at; null skips the check.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <exception cref="DeskException">The actor is no admin, the roles exclude each other, the last admin would be gone, or the person changed since.</exception>
    public Task<StaffMember> RunAsync(Actor actor, string login, IReadOnlyCollection<Role> roles, long? seen = null, CancellationToken cancel = default)
    {
        actor.Demand("change roles", Role.Admin);
        var wanted = RoleList.Of(roles);
        return database.WriteAsync(async tx =>
        {
            var member = await StaffRecords.KnownAsync(tx.Connection, login);
            if (member.Roles == wanted)
                return member;
            if (member.RoleSet.Contains(Role.Admin) && !roles.Contains(Role.Admin) && !member.Disabled)
                await Admins.RequireAnotherAsync(tx, member);
            var changed = await tx.ExecuteAsync(
                "update staff set roles = @wanted, version = version + 1 where id = @Id and version = @version",
                new { wanted, member.Id, version = seen ?? member.Version });
            if (changed == 0)
                throw new DeskException($"{member.Name} ({member.Login}) was changed by somebody else meanwhile; look at their roles again before you change them.");
            await JournalWriter.AppendAsync(
                tx, JournalWriter.Desk, actor, "roles-changed",
                $"made {member.Name} ({member.Login}) {RoleList.Said(wanted)} instead of {RoleList.Said(member.Roles)}", new { member.Login, roles = wanted, were = member.Roles });
            return await StaffRecords.KnownAsync(tx.Connection, login);
        }, cancel);
    }
}
