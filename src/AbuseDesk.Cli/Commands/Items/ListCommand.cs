using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Items;

/// <summary>Lists the items of a case.</summary>
public sealed class ListCommand : DeskCommand
{
    private readonly Option<string> caseRef = Ask.Case();
    private readonly Option<ItemState?> state = Ask.Word<ItemState>("--state", "What the last check found.");
    private readonly Option<Severity?> severity = Ask.Word<Severity>("--severity", "Of the gravest violation.");
    private readonly Option<int> limit = Ask.Limit();

    public ListCommand()
        : base("list", "List the items of a case, newest first.")
    {
        Options.Add(caseRef);
        Options.Add(state);
        Options.Add(severity);
        Options.Add(limit);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var rows = arguments.GetValue(limit);
        var head = await desk.Get<CaseRecord>().GetAsync(arguments.GetRequiredValue(caseRef));
        var found = await desk.Get<CaseItems>().ListAsync(head.Id, arguments.GetValue(state), arguments.GetValue(severity), limit: rows + 1);
        desk.Out.List("items", found, rows, ["Item", "State", "Checked", "Severity", "Clause", "Seen", "Batch", "Location"], item =>
            [$"{item.Number}", item.State, desk.At(item.StateAt), item.Severity, item.Clause is null ? null : $"{item.Clause} of {item.TermsVersion}", desk.At(item.FirstSeenAt), $"{item.Batch}", item.Display]);
        return 0;
    }
}
