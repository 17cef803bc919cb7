using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Staff;

/// <summary>What a person who was disabled still holds, for somebody to take over.</summary>
public sealed record DisabledStaff
{
    public required StaffMember Member { get; init; }

    /// <summary>References of the open cases that stay theirs.</summary>
    public required IReadOnlyList<string> Cases { get; init; }

    /// <summary>References of the notices not yet sent that only they can approve.</summary>
    public required IReadOnlyList<string> Reviews { get; init; }
}

/// <summary>Keeps a person from signing in and from acting, from their next request on. What they did and hold stays as it is.</summary>
public sealed class DisableStaff(DeskDatabase database)
{
    /// <exception cref="DeskException">The actor is no admin, or it is themselves, the last admin, or somebody disabled already.</exception>
    public Task<DisabledStaff> RunAsync(Actor actor, string login, CancellationToken cancel = default)
    {
        actor.Demand("disable a login", Role.Admin);
        return database.WriteAsync(async tx =>
        {
            var member = await StaffRecords.KnownAsync(tx.Connection, login);
            if (member.Login == actor.Login)
                throw new DeskException("You cannot disable yourself; another admin can.");
            if (member.RoleSet.Contains(Role.Admin))
                await Admins.RequireAnotherAsync(tx, member);
            var changed = await tx.ExecuteAsync(
                "update staff set disabled = true, security_stamp = @stamp, version = version + 1 where id = @Id and not disabled",
                new { stamp = StaffPasswords.NewStamp(), member.Id });
            if (changed == 0)
                throw new DeskException($"{member.Name} ({member.Login}) is disabled already.");
            var cases = await ListAsync(tx, "select ref from cases where assignee = @Login and status = 'open' order by id", member);
            var reviews = await ListAsync(
                tx, "select ref from notices where reviewer = @Login and status in ('draft', 'in-review', 'returned') order by id", member);
            await JournalWriter.AppendAsync(
                tx, JournalWriter.Desk, actor, "staff-disabled", $"disabled {member.Name} ({member.Login})", new { member.Login, cases, reviews });
            return new DisabledStaff { Member = await StaffRecords.KnownAsync(tx.Connection, login), Cases = cases, Reviews = reviews };
        }, cancel);
    }

    private static async Task<IReadOnlyList<string>> ListAsync(DeskTransaction tx, string sql, StaffMember member) =>
        [.. await tx.QueryAsync<string>(sql, new { member.Login })];
}
