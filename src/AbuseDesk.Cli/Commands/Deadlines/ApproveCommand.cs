using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines.Changing;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>Approves an extension.</summary>
public sealed class ApproveCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As D-2021-00012.");
    private readonly Option<string?> comment = Ask.Optional("--comment", "TEXT", "For the journal.");

    public ApproveCommand()
        : base("approve", "Approve the extension that somebody else asked for.")
    {
        Arguments.Add(reference);
        Options.Add(comment);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var deadline = arguments.GetRequiredValue(reference);
        await desk.Get<DecideExtension>().RunAsync(await desk.ActorAsync(), deadline, approve: true, arguments.GetValue(comment));
        await MovedDeadline.SayAsync(desk, deadline);
        return 0;
    }
}
