using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff;

namespace AbuseDesk.Cli.Commands.Users;

/// <summary>Changes what is on record about a person.</summary>
public sealed class ChangeCommand : DeskCommand
{
    private readonly Argument<string> login = Ask.For("LOGIN", "Of whom.");
    private readonly Option<string?> name = Ask.Optional("--name", "NAME", "As notices print it.");
    private readonly Option<string?> title = Ask.Optional("--title", "TITLE", "As notices print it under the name.");
    private readonly Option<string?> email = Ask.Optional("--email", "ADDRESS", "Where reminders go.");
    private readonly Option<string?> zone = Ask.Optional("--zone", "ZONE", "A TZDB name.");

    public ChangeCommand()
        : base("change", "Change the name, title, address or zone of a person. For admins.")
    {
        Arguments.Add(login);
        Options.Add(name);
        Options.Add(title);
        Options.Add(email);
        Options.Add(zone);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var changes = new StaffChanges
        {
            Name = arguments.GetValue(name),
            Title = arguments.GetValue(title),
            Email = arguments.GetValue(email),
            Zone = arguments.GetValue(zone),
        };
        var member = await desk.Get<ChangeStaff>().RunAsync(await desk.ActorAsync(), arguments.GetRequiredValue(login), changes, cancel: cancel);
        desk.Out.Done(
            new { member.Login, member.Name, member.Title, member.Email, member.Zone },
            $"{member.Name} ({member.Login}), {member.Title}, {member.Email}, {member.Zone}.");
        return 0;
    }
}
