using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff;

namespace AbuseDesk.Cli.Commands.Users;

/// <summary>Gives a person other roles.</summary>
public sealed class RolesCommand : DeskCommand
{
    private readonly Argument<string> login = Ask.For("LOGIN", "Whose.");
    private readonly Option<string[]> roles = RoleWords.Option(required: true);

    public RolesCommand()
        : base("roles", "Give a person these roles in the place of those they have. For admins.")
    {
        Arguments.Add(login);
        Options.Add(roles);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var member = await desk.Get<ChangeRoles>().RunAsync(
            await desk.ActorAsync(), arguments.GetRequiredValue(login), RoleWords.Read(arguments.GetValue(roles)), cancel: cancel);
        desk.Out.Done(
            new { member.Login, member.Name, roles = member.Roles.Split(' ') },
            $"{member.Name} ({member.Login}) is now {member.Roles.Replace(" ", ", ", StringComparison.Ordinal)}.");
        return 0;
    }
}
