using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines.Changing;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>Stops a deadline.</summary>
public sealed class PauseCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As D-2021-00012.");
    private readonly Option<string> reason = Ask.Required("--reason", "WORD", "A reason that its rule knows: clarification.");
    private readonly Option<string?> note = Ask.Optional("--note", "TEXT", "What exactly, for the journal.");

    public PauseCommand()
        : base("pause", "Stop a deadline for a reason that its rule knows.")
    {
        Arguments.Add(reference);
        Options.Add(reason);
        Options.Add(note);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var deadline = arguments.GetRequiredValue(reference);
        await desk.Get<PauseDeadline>().RunAsync(await desk.ActorAsync(), deadline, arguments.GetRequiredValue(reason), arguments.GetValue(note));
        desk.Out.Done(new { deadlineRef = deadline, status = "paused" }, $"{deadline} is paused; nobody is reminded of it until it is resumed.");
        return 0;
    }
}
