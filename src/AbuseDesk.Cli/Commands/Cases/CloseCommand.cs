using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Cases;

/// <summary>Closes a case.</summary>
public sealed class CloseCommand : DeskCommand
{
    private static readonly Argument<string> Ref = new("REF") { Description = "Reference of the case." };

    private static readonly Option<string?> Reason = new("--reason")
    {
        Description = "Needed while items are still up or unchecked.",
        HelpName = "TEXT",
    };

    public CloseCommand()
        : base("close", "Close a case.")
    {
        Arguments.Add(Ref);
        Options.Add(Reason);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        await desk.Get<CloseCase>().RunAsync(await desk.ActorAsync(), arguments.GetRequiredValue(Ref), arguments.GetValue(Reason));
        desk.Out.Write(new { closed = arguments.GetRequiredValue(Ref) }, text => text.Line($"{arguments.GetRequiredValue(Ref)} is closed."));
        return 0;
    }
}
