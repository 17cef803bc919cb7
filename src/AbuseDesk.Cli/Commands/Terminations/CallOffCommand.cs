using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Suspensions;

namespace AbuseDesk.Cli.Commands.Terminations;

/// <summary>Calls off a termination.</summary>
public sealed class CallOffCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "The notice that announced it, as N-2021-0044.");
    private readonly Option<string> reason = Ask.Required("--reason", "TEXT", "Why the contract goes on.");

    public CallOffCommand()
        : base("call-off", "Call off a termination before the contract ends.")
    {
        Arguments.Add(reference);
        Options.Add(reason);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = arguments.GetRequiredValue(reference);
        await desk.Get<CallOffTermination>().RunAsync(await desk.ActorAsync(), notice, arguments.GetRequiredValue(reason));
        desk.Out.Done(new { noticeRef = notice, status = TerminationStatus.CalledOff }, $"The termination by {notice} is called off.");
        return 0;
    }
}
