using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Settling;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>Ends the deadlines that the record has answered.</summary>
public sealed class SettleCommand : DeskCommand
{
    public SettleCommand()
        : base("settle", "End the deadlines that the record has answered.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var ended = await desk.Get<SettleDeadlines>().RunAsync(cancel);
        desk.Out.Done(new { ended }, $"{Counted.Of(ended, "deadline")} ended.");
        return 0;
    }
}
