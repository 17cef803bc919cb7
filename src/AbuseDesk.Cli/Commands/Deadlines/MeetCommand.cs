using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>Says that what a deadline asks for is done.</summary>
public sealed class MeetCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As D-2021-00012.");
    private readonly Option<string?> note = Ask.Optional("--note", "TEXT", "How it was met.");

    public MeetCommand()
        : base("meet", "Record that what a deadline asks for is done; “complete” does the same.")
    {
        Aliases.Add("complete");
        Arguments.Add(reference);
        Options.Add(note);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var deadline = arguments.GetRequiredValue(reference);
        await desk.Get<MeetDeadline>().RunAsync(await desk.ActorAsync(), deadline, arguments.GetValue(note));
        desk.Out.Done(new { deadlineRef = deadline, status = "met" }, $"{deadline} is met.");
        return 0;
    }
}
