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
        desk.Out.Write(report, text =>
        {
            text.Line($"{report.Ref}, {report.Source}, filed by {report.FiledBy} on {desk.Say(report.FiledAt)}: item {report.ItemNumber} of {report.CaseRef}, {report.CustomerName} ({report.CustomerAccount})");
            text.Line($"{report.WrittenUrl}, seen {desk.Say(report.SeenAt)}, {report.ScreenshotsCount} screenshots");
            text.Line($"Reporter: {report.ReporterName ?? "none named"} {report.ReporterEmail}");
            text.Line(report.Excerpt);
            if (report.Note is { } note)
                text.Line($"Note: {note}");
        });
        return 0;
    }
}
