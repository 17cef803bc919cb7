using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines.Changing;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>Gives a deadline up.</summary>
public sealed class WaiveCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As D-2021-00012.");
    private readonly Option<string> reason = Ask.Required("--reason", "TEXT", "Why it need not be done.");

    public WaiveCommand()
        : base("waive", "Give a deadline up: what it asks for need not be done.")
    {
        Arguments.Add(reference);
        Options.Add(reason);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var deadline = arguments.GetRequiredValue(reference);
        await desk.Get<WaiveDeadline>().RunAsync(await desk.ActorAsync(), deadline, arguments.GetRequiredValue(reason));
        desk.Out.Done(new { deadlineRef = deadline, status = "waived" }, $"{deadline} is waived.");
        return 0;
    }
}
