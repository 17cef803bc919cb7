using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff;

namespace AbuseDesk.Cli.Commands.Users;

/// <summary>Lists staff.</summary>
public sealed class ListCommand : DeskCommand
{
    public ListCommand()
        : base("list", "List the staff and their roles.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var staff = await desk.Get<ListStaff>().RunAsync(cancel);
        desk.Out.Write(staff.Select(row => new { row.Login, row.Name, row.Title, row.Roles, row.Email, row.Disabled }), text => text.Table(
            ["Login", "Name", "Title", "Roles"], staff.Select(row => (IReadOnlyList<string?>)[row.Login, row.Name, row.Title, row.Roles])));
        return 0;
    }
}
