using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>Lists deadlines.</summary>
public sealed class ListCommand : DeskCommand
{
    private static readonly Option<string?> Within = new("--due-within")
    {
        Description = "Only those due within this time, as 72h or 3d.",
        HelpName = "TIME",
    };

    public ListCommand()
        : base("list", "List the open deadlines, the most overdue first.")
    {
        Options.Add(Within);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var before = Times.Span(arguments.GetValue(Within)) is { } within ? desk.Database.Now + within : (Instant?)null;
        var rows = await desk.Get<DeadlineList>().RunAsync(new DeadlineFilter { DueBefore = before }, count: 500);
        desk.Out.Write(rows, text => text.Table(
            ["Deadline", "Due", "Turn", "To do", "Case", "Customer"],
            rows.Select(row => (IReadOnlyList<string?>)[row.Ref, desk.Say(row.DueAt), row.Whose, row.ToDo, row.CaseRef, row.CustomerName])));
        return 0;
    }
}
