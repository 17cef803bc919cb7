using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Reports;

namespace AbuseDesk.Cli.Commands.Reports;

/// <summary>Lists reports.</summary>
public sealed class ListCommand : DeskCommand
{
    private readonly Option<string?> caseRef = Ask.Optional("--case", "REF", "Only those on items of this case.");
    private readonly Option<int?> item = Ask.Number("--item", "Only those on this item of the case.");
    private readonly Option<int> limit = Ask.Limit();

    public ListCommand()
        : base("list", "List the reports, newest first.")
    {
        Options.Add(caseRef);
        Options.Add(item);
        Options.Add(limit);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var rows = arguments.GetValue(limit);
        var found = await desk.Get<ListReports>().RunAsync(arguments.GetValue(caseRef), arguments.GetValue(item), limit: rows + 1);
        desk.Out.List("reports", found, rows, ["Report", "Filed", "Source", "Reporter", "Case", "Item", "Location"], report =>
            [report.Ref, desk.At(report.FiledAt), report.Source, report.ReporterName ?? report.ReporterEmail, report.CaseRef, $"{report.ItemNumber}", report.Display]);
        return 0;
    }
}
