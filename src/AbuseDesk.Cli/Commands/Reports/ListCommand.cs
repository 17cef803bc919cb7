using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Reports;

namespace AbuseDesk.Cli.Commands.Reports;

/// <summary>Lists reports.</summary>
public sealed class ListCommand : DeskCommand
{
    public ListCommand()
        : base("list", "List the newest reports.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var rows = await desk.Get<ListReports>().RunAsync(limit: 200);
        desk.Out.Write(rows, text => text.Table(
            ["Report", "Source", "Case", "Item", "Location", "Seen", "Filed by"],
            rows.Select(row => (IReadOnlyList<string?>)[row.Ref, row.Source, row.CaseRef, $"{row.ItemNumber}", row.Display, desk.Say(row.SeenAt), row.FiledBy])));
        return 0;
    }
}
