using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff;

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
        var users = staff.Select(one => new { one.Login, one.Name, one.Title, one.Email, one.Zone, roles = one.Roles.Split(' '), canSignIn = one.PasswordHash is not null, one.Disabled });
        desk.Out.Write(new { users }, text => text.Table(["Login", "Name", "Title", "Roles", "Address", "Zone", ""], staff.Select(one => (IReadOnlyList<string?>)
            [one.Login, one.Name, one.Title, one.Roles, one.Email, one.Zone, one.Disabled ? "disabled" : one.PasswordHash is null ? "cannot sign in" : ""])));
        return 0;
    }
}
