using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Cases;

/// <summary>Ends the work on a case.</summary>
public sealed class CloseCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "The case.");
    private readonly Option<string?> reason = Ask.Optional("--reason", "TEXT", "Why it ends.");

    public CloseCommand()
        : base("close", "Close a case; while items are up, a reason must say why.")
    {
        Arguments.Add(reference);
        Options.Add(reason);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var caseRef = arguments.GetRequiredValue(reference);
        var closed = await desk.Get<CloseCase>().RunAsync(await desk.ActorAsync(), caseRef, arguments.GetValue(reason));
        desk.Out.Done(
            new { caseRef, status = CaseStatus.Closed, deadlinesWithdrawn = closed.Withdrawn, deadlinesGoingOn = closed.GoingOn },
            $"{caseRef} is closed.{(closed.GoingOn.Count == 0 ? "" : $" These deadlines go on: {string.Join("; ", closed.GoingOn)}.")}");
        return 0;
    }
}
