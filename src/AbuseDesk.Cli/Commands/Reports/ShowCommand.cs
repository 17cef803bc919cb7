using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Reports;

namespace AbuseDesk.Cli.Commands.Reports;

/// <summary>Shows a report.</summary>
public sealed class ShowCommand : DeskCommand
{
    private static readonly Argument<string> Ref = new("REF") { Description = "Reference of the report." };

    public ShowCommand()
        : base("show", "Show a report.")
    {
        Arguments.Add(Ref);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var report = await desk.Get<ShowReport>().RunAsync(arguments.GetRequiredValue(Ref));
        desk.Out.Write(report, text => text.Line(report.ToString()));
        return 0;
    }
}
