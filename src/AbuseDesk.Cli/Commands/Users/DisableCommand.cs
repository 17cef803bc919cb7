using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff;

namespace AbuseDesk.Cli.Commands.Users;

/// <summary>Keeps a person from signing in and acting.</summary>
public sealed class DisableCommand : DeskCommand
{
    private readonly Argument<string> login = Ask.For("LOGIN", "Who.");

    public DisableCommand()
        : base("disable", "Keep a person from signing in and acting; lists what they still hold. For admins.")
    {
        Arguments.Add(login);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var disabled = await desk.Get<DisableStaff>().RunAsync(await desk.ActorAsync(), arguments.GetRequiredValue(login), cancel);
        desk.Out.Write(new { disabled.Member.Login, disabled.Member.Name, disabled.Cases, disabled.Reviews }, text =>
        {
            text.Line($"{disabled.Member.Name} ({disabled.Member.Login}) is disabled; their session ends with their next request.");
            if (disabled.Cases.Count > 0)
                text.Line($"Open cases that stay theirs until somebody assigns them: {string.Join(", ", disabled.Cases)}.");
            if (disabled.Reviews.Count > 0)
                text.Line($"Notices that only they can approve; draft them again for another lawyer: {string.Join(", ", disabled.Reviews)}.");
        });
        return 0;
    }
}
