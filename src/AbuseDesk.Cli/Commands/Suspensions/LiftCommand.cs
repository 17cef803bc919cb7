using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Suspensions;

namespace AbuseDesk.Cli.Commands.Suspensions;

/// <summary>Lifts a suspension.</summary>
public sealed class LiftCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As S-2021-0004.");
    private readonly Option<string> reason = Ask.Required("--reason", "TEXT", "Why it ends.");

    public LiftCommand()
        : base("lift", "Lift a suspension, or call off one that has not taken effect.")
    {
        Arguments.Add(reference);
        Options.Add(reason);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var suspension = arguments.GetRequiredValue(reference);
        await desk.Get<LiftSuspension>().RunAsync(await desk.ActorAsync(), suspension, arguments.GetRequiredValue(reason));
        desk.Out.Done(new { suspensionRef = suspension, status = SuspensionStatus.Lifted }, $"{suspension} is lifted.");
        return 0;
    }
}
