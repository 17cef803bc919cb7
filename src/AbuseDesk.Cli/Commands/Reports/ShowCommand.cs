using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Reports;

namespace AbuseDesk.Cli.Commands.Reports;

/// <summary>Shows one report.</summary>
public sealed class ShowCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As R-2021-00731.");

    public ShowCommand()
        : base("show", "Show a report.")
    {
        Arguments.Add(reference);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var report = await desk.Get<ShowReport>().RunAsync(arguments.GetRequiredValue(reference));
        desk.Out.Write(report, text =>
        {
            text.Line($"{report.Ref}  {report.Source}, filed {desk.At(report.FiledAt)} by {report.FiledBy}, received {desk.At(report.ReceivedAt)}");
            text.Line($"Item {report.ItemNumber} of {report.CaseRef} ({report.CustomerAccount} {report.CustomerName})");
            text.Line($"Location  {report.WrittenUrl}");
            text.Line($"Seen      {desk.At(report.SeenAt)}, screenshots: {report.ScreenshotsCount}");
            if (report.ReporterName is not null || report.ReporterEmail is not null)
                text.Line($"Reporter  {report.ReporterName} {report.ReporterEmail}");
            if (report.IdentityReleasedAt is { } released)
                text.Line($"Identity  released for notices, {desk.At(released)} by {report.IdentityReleasedBy}: {report.IdentityReleaseReason}");
            if (report.Excerpt.Length > 0)
                text.Line($"Excerpt   {report.Excerpt}");
            if (report.Note is not null)
                text.Line($"Note      {report.Note}");
        });
        return 0;
    }
}
