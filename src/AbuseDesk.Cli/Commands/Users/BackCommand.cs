using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff.Absences;

namespace AbuseDesk.Cli.Commands.Users;

/// <summary>Says that a person is back.</summary>
public sealed class BackCommand : DeskCommand
{
    private readonly Argument<string> login = Ask.For("LOGIN", "Who.");

    public BackCommand()
        : base("back", "Say that a person is back, or will not be away: nobody stands in for them any more.")
    {
        Arguments.Add(login);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var who = arguments.GetRequiredValue(login);
        await desk.Get<EndAway>().RunAsync(await desk.ActorAsync(), who, cancel);
        desk.Out.Done(new { login = who }, $"{who} is back.");
        return 0;
    }
}
