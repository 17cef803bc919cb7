using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff;

namespace AbuseDesk.Cli.Commands.Users;

/// <summary>Gives a person a new password.</summary>
public sealed class PasswordCommand : DeskCommand
{
    private readonly Argument<string> login = Ask.For("LOGIN", "Whose.");
    private readonly Option<string?> passwordFile = PasswordFile.Option();

    public PasswordCommand()
        : base("password", "Give a person a new password; their sessions end, and a locked login opens. For admins.")
    {
        Arguments.Add(login);
        Options.Add(passwordFile);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var given = PasswordFile.Read(arguments.GetValue(passwordFile));
        var whose = arguments.GetRequiredValue(login).Trim().ToLowerInvariant();
        var password = await desk.Get<ResetPassword>().RunAsync(await desk.ActorAsync(), whose, given, cancel);
        desk.Out.Done(
            new { login = whose, password = given is null ? password : null },
            $"{whose} has a new password, and all their sessions ended.{(given is null ? $" Password, shown only now: {password}" : "")}");
        return 0;
    }
}
