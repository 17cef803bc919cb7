using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Suspensions;

namespace AbuseDesk.Cli.Commands.Suspensions;

/// <summary>Lists suspensions.</summary>
public sealed class ListCommand : DeskCommand
{
    private readonly Option<SuspensionStatus?> status = Ask.Word<SuspensionStatus>("--status", "Only those.");
    private readonly Option<int> limit = Ask.Limit();

    public ListCommand()
        : base("list", "List the suspensions, the latest first.")
    {
        Options.Add(status);
        Options.Add(limit);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var rows = arguments.GetValue(limit);
        var found = await desk.Get<ListSuspensions>().RunAsync(arguments.GetValue(status), rows + 1);
        desk.Out.List("suspensions", found, rows, ["Suspension", "Status", "Effective", "Path", "Customer", "Case", "Notice", "Data preserved until", "Lifted"], one =>
            [one.Ref, one.Status, desk.At(one.EffectiveAt), one.ContractPath, $"{one.CustomerAccount} {one.CustomerName}", one.CaseRef, one.NoticeRef, desk.At(one.PreserveUntilAt), desk.At(one.LiftedAt)]);
        return 0;
    }
}
