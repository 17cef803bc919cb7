using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Cases;

/// <summary>Shows a case.</summary>
public sealed class ShowCommand : DeskCommand
{
    private static readonly Argument<string> Ref = new("REF") { Description = "Reference of the case." };

    public ShowCommand()
        : base("show", "Show a case with its figures.")
    {
        Arguments.Add(Ref);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var head = await desk.Get<CaseRecord>().GetAsync(arguments.GetRequiredValue(Ref));
        var figures = await desk.Get<CaseStatistics>().GetAsync(head.Id);
        desk.Out.Write(new { @case = head, figures.Items, figures.Sent, figures.Removed, figures.StillUp, figures.MedianHoursToRemoval, figures.CheckedAt }, text =>
        {
            text.Line($"{head.Ref} {head.Title}, {head.CustomerName} ({head.CustomerAccount}): {head.Status}, {head.Turn}: {head.ToDo}");
            text.Line($"{figures.Items} items, {figures.Sent} sent, {figures.Removed} removed, {figures.StillUp} still up; median {figures.MedianHoursToRemoval:0} hours to removal.");
        });
        return 0;
    }
}
