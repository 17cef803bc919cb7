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
        desk.Out.Write(rows, text =>
        {
            foreach (var row in rows)
                text.Line(row.ToString());
        });
        return 0;
    }
}
