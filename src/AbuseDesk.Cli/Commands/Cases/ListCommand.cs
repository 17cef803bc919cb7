using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Cases;

/// <summary>Lists cases.</summary>
public sealed class ListCommand : DeskCommand
{
    private readonly Option<CaseStatus?> status = Ask.Word<CaseStatus>("--status", "Default open.");
    private readonly Option<Turn?> turn = Ask.Word<Turn>("--turn", "Whose turn it is.");
    private readonly Option<Severity?> severity = Ask.Word<Severity>("--severity", "Of the gravest violation.");
    private readonly Option<string?> assignee = Ask.Optional("--assignee", "LOGIN", "Who has the case.");
    private readonly Option<bool> unassigned = Ask.Flag("--unassigned", "Only cases that nobody has.");
    private readonly Option<string?> customer = Ask.Optional("--customer", "REF", "The account.");
    private readonly Option<Duration?> due = Ask.Span("--due-within", "Only cases due within this span; what is overdue counts too.");
    private readonly Option<string?> words = Ask.Optional("--text", "WORDS", "Words in title, reference or customer.");
    private readonly Option<int> limit = Ask.Limit();

    public ListCommand()
        : base("list", "List the cases by their next deadline.")
    {
        Options.Add(status);
        Options.Add(turn);
        Options.Add(severity);
        Options.Add(assignee);
        Options.Add(unassigned);
        Options.Add(customer);
        Options.Add(due);
        Options.Add(words);
        Options.Add(limit);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var rows = arguments.GetValue(limit);
        var found = await desk.Get<CaseQueue>().ListAsync(new CaseQueueFilter
        {
            Status = arguments.GetValue(status) ?? CaseStatus.Open,
            Turn = arguments.GetValue(turn),
            Severity = arguments.GetValue(severity),
            Assignee = arguments.GetValue(assignee),
            Unassigned = arguments.GetValue(unassigned),
            Customer = arguments.GetValue(customer),
            Text = arguments.GetValue(words),
            DueBefore = desk.Database.Now + arguments.GetValue(due),
        }, limit: rows + 1);
        desk.Out.List("cases", found, rows, ["Case", "Due", "Turn", "To do", "Severity", "Up", "Items", "Customer", "Assignee", "Title"], one =>
            [one.Ref, desk.At(one.NextDueAt), one.Turn, one.ToDo, one.Severity, $"{one.StillUpCount}", $"{one.ItemsCount}", $"{one.CustomerAccount} {one.CustomerName}", one.Assignee, one.Title]);
        return 0;
    }
}
