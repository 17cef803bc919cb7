using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff;

namespace AbuseDesk.Cli.Commands.Users;

/// <summary>Adds a person to the staff.</summary>
public sealed class AddCommand : DeskCommand
{
    private readonly Option<string> login = Ask.Required("--login", "LOGIN", "Lower case.");
    private readonly Option<string> person = Ask.Required("--name", "NAME", "As notices print it.");
    private readonly Option<string> title = Ask.Required("--title", "TITLE", "As notices print it: Counsel.");
    private readonly Option<string> email = Ask.Required("--email", "ADDRESS", "For reminders.");
    private readonly Option<string[]> roles = RoleWords.Option();
    private readonly Option<string?> zone = Ask.Optional("--zone", "ZONE", "A TZDB name; default the desk's.");
    private readonly Option<string?> passwordFile = PasswordFile.Option();

    public AddCommand()
        : base("add", "Add a person to the staff; the first, an admin, needs no --as.")
    {
        Options.Add(login);
        Options.Add(person);
        Options.Add(title);
        Options.Add(email);
        Options.Add(roles);
        Options.Add(zone);
        Options.Add(passwordFile);
    }

    protected override async Task OpenAsync(DeskSession desk, ParseResult arguments)
    {
        if (await desk.IsThereAsync())
            await desk.OpenAsync();
        else if (desk.HasUser)
            throw new DeskException($"There is no desk in {desk.Settings.DataFolder} yet, so that nobody can act there; name another folder with --data, or leave out --as and ABUSEDESK_USER to add the first admin.");
        else if (Roles(arguments).Contains(Role.Admin))
            await desk.BeginAsync();
        else
            throw new DeskException($"There is no desk in {desk.Settings.DataFolder} yet; the first person must have the role admin, as nobody else could add the next.");
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var given = PasswordFile.Read(arguments.GetValue(passwordFile));
        var password = given ?? Passwords.Generate();
        var first = !desk.HasUser && (await desk.Get<ListStaff>().RunAsync(cancel)).Count == 0;
        var added = await desk.Get<AddStaff>().RunAsync(first ? Actor.Operator : await desk.ActorAsync(), new NewStaffMember
        {
            Login = arguments.GetRequiredValue(login),
            Name = arguments.GetRequiredValue(person),
            Title = arguments.GetRequiredValue(title),
            Email = arguments.GetRequiredValue(email),
            Zone = arguments.GetValue(zone) ?? desk.Zone.Id,
            Roles = Roles(arguments),
            Password = password,
        }, cancel);
        desk.Out.Done(
            new { added.Login, added.Name, roles = added.Roles.Split(' '), password = given is null ? password : null },
            $"{added.Name} ({added.Login}) is added as {added.Roles.Replace(" ", ", ", StringComparison.Ordinal)}.{(given is null ? $" Password, shown only now: {password}" : "")}");
        return 0;
    }

    private IReadOnlyCollection<Role> Roles(ParseResult arguments) => RoleWords.Read(arguments.GetValue(roles));
}
