using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff;

namespace AbuseDesk.Cli.Commands.Users;

/// <summary>Lets a disabled person act again.</summary>
public sealed class EnableCommand : DeskCommand
{
    private readonly Argument<string> login = Ask.For("LOGIN", "Who.");

    public EnableCommand()
        : base("enable", "Let a disabled person sign in and act again, with roles and password as they were. For admins.")
    {
        Arguments.Add(login);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var member = await desk.Get<EnableStaff>().RunAsync(await desk.ActorAsync(), arguments.GetRequiredValue(login), cancel);
        desk.Out.Done(
            new { member.Login, member.Name, roles = member.Roles.Split(' ') },
            $"{member.Name} ({member.Login}) may act again, as {member.Roles.Replace(" ", ", ", StringComparison.Ordinal)}.");
        return 0;
    }
}
