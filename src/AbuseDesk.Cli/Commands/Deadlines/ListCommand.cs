using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>Lists open deadlines.</summary>
public sealed class ListCommand : DeskCommand
{
    private readonly Option<Duration?> within = Ask.Span("--due-within", "Only what is due within this span; what is overdue counts too.");
    private readonly Option<string?> caseRef = Ask.Optional("--case", "REF", "Only those of this case.");
    private readonly Option<Whose?> whose = Ask.Word<Whose>("--whose", "Who must act.");
    private readonly Option<bool> paused = Ask.Flag("--paused", "Those that are paused, in the place of those that run.");
    private readonly Option<int> limit = Ask.Limit();

    public ListCommand()
        : base("list", "List the open deadlines, the longest overdue first.")
    {
        Options.Add(within);
        Options.Add(caseRef);
        Options.Add(whose);
        Options.Add(paused);
        Options.Add(limit);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var rows = arguments.GetValue(limit);
        var filter = new DeadlineFilter
        {
            DueBefore = desk.Database.Now + arguments.GetValue(within),
            CaseRef = arguments.GetValue(caseRef),
            Whose = arguments.GetValue(whose),
            Paused = arguments.GetValue(paused),
        };
        var found = await desk.Get<DeadlineList>().RunAsync(filter, count: rows + 1);
        desk.Out.List("deadlines", found, rows, ["Deadline", "Due", "Whose", "To do", "Case", "Customer", "Reminders"], one =>
            [one.Ref, Due(desk, one, filter.Paused), one.Whose, one.ToDo, one.CaseRef, one.CustomerName, $"{one.RemindersSent} sent, {one.RemindersPlanned} to come"]);
        return 0;
    }

    private static string Due(DeskSession desk, DeadlineRow row, bool paused) => desk.At(row.DueAt) + (paused ? " (paused)" : row.DueAt < desk.Database.Now ? " (overdue)" : "");
}
