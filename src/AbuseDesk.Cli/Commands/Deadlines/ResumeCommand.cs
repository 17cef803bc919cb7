using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines.Changing;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>Lets a paused deadline go on.</summary>
public sealed class ResumeCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As D-2021-00012.");
    private readonly Option<string?> note = Ask.Optional("--note", "TEXT", "For the journal.");

    public ResumeCommand()
        : base("resume", "Let a paused deadline go on.")
    {
        Arguments.Add(reference);
        Options.Add(note);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var deadline = arguments.GetRequiredValue(reference);
        await desk.Get<ResumeDeadline>().RunAsync(await desk.ActorAsync(), deadline, arguments.GetValue(note));
        await MovedDeadline.SayAsync(desk, deadline);
        return 0;
    }
}
