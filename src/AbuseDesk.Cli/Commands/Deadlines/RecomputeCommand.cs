using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines.Changing;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>Computes deadlines again whose calendar has changed.</summary>
public sealed class RecomputeCommand : DeskCommand
{
    public RecomputeCommand()
        : base("recompute", "Compute the deadlines again whose calendar has changed, and hand on the turn of those that ran out.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var moved = await desk.Get<RecomputeDeadlines>().RunAsync(cancel);
        var ranOut = await desk.Get<RunOutDeadlines>().RunAsync(cancel);
        desk.Out.Done(new { moved, ranOut }, moved.Count == 0 ? "None has moved." : $"Moved: {string.Join(", ", moved)}.");
        return 0;
    }
}
