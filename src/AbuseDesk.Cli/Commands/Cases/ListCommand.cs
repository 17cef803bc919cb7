using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Cases;

/// <summary>Lists cases.</summary>
public sealed class ListCommand : DeskCommand
{
    public ListCommand()
        : base("list", "List the open cases by what is due next.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var rows = await desk.Get<CaseQueue>().ListAsync(new CaseQueueFilter(), limit: 500);
        desk.Out.Write(rows, text => text.Table(
            ["Case", "Title", "Customer", "Items", "Still up", "Turn", "To do", "Next due"],
            rows.Select(row => (IReadOnlyList<string?>)[row.Ref, row.Title, row.CustomerName, $"{row.ItemsCount}", $"{row.StillUpCount}", row.Turn, row.ToDo, row.NextDueAt is { } due ? desk.Say(due) : ""])));
        return 0;
    }
}
