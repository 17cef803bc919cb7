using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Suspensions;

namespace AbuseDesk.Cli.Commands.Terminations;

/// <summary>Lists terminations.</summary>
public sealed class ListCommand : DeskCommand
{
    private readonly Option<TerminationStatus?> status = Ask.Word<TerminationStatus>("--status", "Only those.");
    private readonly Option<int> limit = Ask.Limit();

    public ListCommand()
        : base("list", "List the terminations, the latest first.")
    {
        Options.Add(status);
        Options.Add(limit);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var rows = arguments.GetValue(limit);
        var found = await desk.Get<ListTerminations>().RunAsync(arguments.GetValue(status), rows + 1);
        desk.Out.List("terminations", found, rows, ["Notice", "Status", "Contract ends", "Customer", "Case", "Data preserved until", "Called off"], one =>
            [one.NoticeRef, one.Status, desk.At(one.EffectiveAt), $"{one.CustomerAccount} {one.CustomerName}", one.CaseRef, desk.At(one.PreserveUntilAt), desk.At(one.CalledOffAt)]);
        return 0;
    }
}
