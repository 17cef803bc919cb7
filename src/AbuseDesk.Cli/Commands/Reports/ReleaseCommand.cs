using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Reports;

namespace AbuseDesk.Cli.Commands.Reports;

/// <summary>Allows notices to name who filed a report.</summary>
public sealed class ReleaseCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As R-2021-00731.");
    private readonly Option<string> reason = Ask.Required("--reason", "TEXT", "Why, for the journal.");
    private readonly Option<bool> undo = Ask.Flag("--undo", "Take it back.");

    public ReleaseCommand()
        : base("release", "Allow notices to name who filed a report, which they never do otherwise. For lawyers.")
    {
        Arguments.Add(reference);
        Options.Add(reason);
        Options.Add(undo);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var (report, released) = (arguments.GetRequiredValue(reference), !arguments.GetValue(undo));
        await desk.Get<ReleaseReporter>().RunAsync(await desk.ActorAsync(), report, arguments.GetRequiredValue(reason), released);
        desk.Out.Done(new { reportRef = report, identityReleased = released }, $"Notices {(released ? "may" : "must not")} name the reporter of {report}.");
        return 0;
    }
}
