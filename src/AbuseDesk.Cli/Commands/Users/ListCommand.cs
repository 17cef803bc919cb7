using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff;
using AbuseDesk.Staff.Absences;

namespace AbuseDesk.Cli.Commands.Users;

/// <summary>Lists the staff.</summary>
public sealed class ListCommand : DeskCommand
{
    public ListCommand()
        : base("list", "List the people of the desk.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var staff = await desk.Get<ListStaff>().RunAsync(cancel);
        var away = (await desk.Get<ListAway>().RunAsync(cancel)).ToLookup(one => one.Login);
        var users = staff.Select(one => new { one.Login, one.Name, one.Title, one.Email, one.Zone, roles = one.Roles.Split(' '), canSignIn = one.PasswordHash is not null, one.Disabled, away = away[one.Login].Select(days => new { days.FromDate, days.UntilDate, days.Substitute }) });
        desk.Out.Write(new { users }, text => text.Table(["Login", "Name", "Title", "Roles", "Address", "Zone", ""], staff.Select(one => (IReadOnlyList<string?>)
            [one.Login, one.Name, one.Title, one.Roles, one.Email, one.Zone, one.Disabled ? "disabled" : one.PasswordHash is null ? "cannot sign in" : string.Join("; ", away[one.Login].Select(days => $"away {days.FromDate} to {days.UntilDate}, {days.Substitute} stands in"))])));
        return 0;
    }
}
