using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Cases;

/// <summary>Takes up a closed case again.</summary>
public sealed class ReopenCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "The case.");
    private readonly Option<string> reason = Ask.Required("--reason", "TEXT", "Why.");

    public ReopenCommand()
        : base("reopen", "Open a closed case again.")
    {
        Arguments.Add(reference);
        Options.Add(reason);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var caseRef = arguments.GetRequiredValue(reference);
        await desk.Get<ReopenCase>().RunAsync(await desk.ActorAsync(), caseRef, arguments.GetRequiredValue(reason));
        desk.Out.Done(new { caseRef, status = CaseStatus.Open }, $"{caseRef} is open again.");
        return 0;
    }
}
