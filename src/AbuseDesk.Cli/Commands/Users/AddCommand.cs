using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff;

namespace AbuseDesk.Cli.Commands.Users;

/// <summary>Adds staff.</summary>
public sealed class AddCommand : DeskCommand
{
    private static readonly Option<string> Login = new("--login")
    {
        Description = "What is typed to sign in.",
        HelpName = "LOGIN",
        Required = true,
    };

    private static readonly Option<string> FullName = new("--name")
    {
        Description = "First and last name.",
        HelpName = "NAME",
        Required = true,
    };

    private static readonly Option<string> JobTitle = new("--title")
    {
        Description = "As notices print it.",
        HelpName = "TITLE",
        Required = true,
    };

    private static readonly Option<string> Email = new("--email")
    {
        Description = "Where reminders go.",
        HelpName = "ADDRESS",
        Required = true,
    };

    private static readonly Option<string> Roles = new("--roles")
    {
        Description = "One or more of agent, lead, legal, admin, auditor; comma-separated.",
        HelpName = "ROLES",
        Required = true,
    };

    private static readonly Option<string?> ZoneName = new("--zone")
    {
        Description = "TZDB name; default: the desk's zone.",
        HelpName = "ZONE",
    };

    public AddCommand()
        : base("add", "Add a member of staff; the first one, an admin, needs no --as. Prints a generated password once.")
    {
        Options.Add(Login);
        Options.Add(FullName);
        Options.Add(JobTitle);
        Options.Add(Email);
        Options.Add(Roles);
        Options.Add(ZoneName);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var actor = desk.HasUser ? await desk.ActorAsync() : Actor.Operator;
        var password = Passwords.Generate();
        var added = await desk.Get<AddStaff>().RunAsync(actor, new NewStaffMember
        {
            Login = arguments.GetRequiredValue(Login),
            Name = arguments.GetRequiredValue(FullName),
            Title = arguments.GetRequiredValue(JobTitle),
            Email = arguments.GetRequiredValue(Email),
            Zone = arguments.GetValue(ZoneName) ?? desk.Zone.Id,
            Roles = [.. arguments.GetRequiredValue(Roles).Split(',', ' ').Where(word => word.Length > 0).Select(Words.Parse<Role>)],
            Password = password,
        }, cancel);
        desk.Out.Write(new { login = added.Login, name = added.Name, roles = added.Roles, password }, text =>
            text.Line($"Added {added.Name} as {added.Login} ({added.Roles}). Password, shown once: {password}"));
        return 0;
    }
}
