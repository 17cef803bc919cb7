using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Approve the exact bytes of a notice.</summary>
public sealed class ApproveCommand : DeskCommand
{
    private static readonly Argument<string> Ref = new("REF") { Description = "Reference of the notice." };

    public ApproveCommand()
        : base("approve", "Approve the exact bytes of a notice.")
    {
        Arguments.Add(Ref);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var reference = arguments.GetRequiredValue(Ref);
        await desk.Get<ApproveNotice>().RunAsync(await desk.ActorAsync(), reference);
        desk.Out.Write(new { notice = reference }, text => text.Line($"{reference} is approved."));
        return 0;
    }
}
