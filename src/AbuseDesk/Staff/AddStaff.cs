using System.Text.RegularExpressions;
using AbuseDesk.Database;
using AbuseDesk.Journal;
using Microsoft.AspNetCore.Identity;

namespace AbuseDesk.Staff;

/// <summary>
/// Adds a member of staff. An admin does; while there is no staff at all, the operator of the machine adds the first
/// member, who must be an admin.
/// </summary>
public sealed partial class AddStaff(DeskDatabase database, IPasswordHasher<StaffMember> hasher)
{
    /// <exception cref="DeskException">The actor may not, the login is taken, or something about the person cannot be used.</exception>
    public async Task<StaffMember> RunAsync(Actor actor, NewStaffMember person, CancellationToken cancel = default)
    {
        if (actor != Actor.Operator)
            actor.Demand("add staff", Role.Admin);
        var member = Read(person);
        if (person.Password is { } password)
        {
            Passwords.Check(member.Login, password, member.Name);
            member = member with { PasswordHash = hasher.HashPassword(member, password) };
        }

        return await database.WriteAsync(async tx =>
        {
            if (actor == Actor.Operator)
                await RequireFirstAsync(tx, member);
            if (await StaffRecords.FindAsync(tx.Connection, member.Login) is not null)
                throw new DeskException($"The login {member.Login} is taken; choose another.");
            await StaffDetails.RequireOwnAddressAsync(tx, member);
            await InsertAsync(tx, member with { CreatedAt = tx.Now });
            await JournalWriter.AppendAsync(
                tx,
                JournalWriter.Desk,
                actor,
                "staff-added",
                $"added {member.Name} ({member.Login}) to the staff as {RoleList.Said(member.Roles)}",
                new { member.Login, member.Name, member.Title, member.Email, member.Zone, member.Roles });
            return await StaffRecords.GetAsync(tx.Connection, member.Login);
        }, cancel);
    }

    private static async Task RequireFirstAsync(DeskTransaction tx, StaffMember member)
    {
        if (await StaffRecords.AnyAsync(tx.Connection))
            throw new DeskException("The operator adds only the first member of staff; name an admin with --as.");
        if (!member.RoleSet.Contains(Role.Admin))
            throw new DeskException("The first member of staff must have the role admin, as nobody else could add the next.");
    }

    private static StaffMember Read(NewStaffMember person)
    {
        var login = person.Login.Trim().ToLowerInvariant();
        if (!Login().IsMatch(login))
            throw new DeskException($"“{Shown.Briefly(person.Login)}” cannot be a login; use 2 to 40 letters a to z, digits, dots, hyphens or underscores, with a letter first.");
        if (login == Actor.Worker.Login || login == Actor.Operator.Login)
            throw new DeskException($"The login {login} stands for the program in the journal; choose another.");
        return new StaffMember
        {
            Id = 0,
            Login = login,
            Name = StaffDetails.OneLine("name", person.Name),
            Title = StaffDetails.OneLine("title", person.Title),
            Email = EmailAddress.Parse(person.Email),
            Zone = Zones.Get(person.Zone).Id,
            Roles = RoleList.Of(person.Roles),
            SecurityStamp = StaffPasswords.NewStamp(),
            FailedSignIns = 0,
            Disabled = false,
            CreatedAt = default,
            Version = 1,
        };
    }

    private static Task<int> InsertAsync(DeskTransaction tx, StaffMember member) => tx.ExecuteAsync(
        """
        insert into staff (login, name, title, email, zone, roles, password_hash, security_stamp, created_at)
        values (@Login, @Name, @Title, @Email, @Zone, @Roles, @PasswordHash, @SecurityStamp, @CreatedAt)
        """,
        new
        {
            member.Login,
            member.Name,
            member.Title,
            member.Email,
            member.Zone,
            member.Roles,
            member.PasswordHash,
            member.SecurityStamp,
            member.CreatedAt,
        });

    [GeneratedRegex(@"^[a-z][a-z0-9._-]{1,39}\z")]
    private static partial Regex Login();
}
