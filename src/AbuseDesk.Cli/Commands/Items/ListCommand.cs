using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Items;

/// <summary>Lists items.</summary>
public sealed class ListCommand : DeskCommand
{
    private static readonly Option<string> Case = new("--case")
    {
        Description = "Reference of the case.",
        HelpName = "REF",
        Required = true,
    };

    public ListCommand()
        : base("list", "List the items of a case, the newest first.")
    {
        Options.Add(Case);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var head = await desk.Get<CaseRecord>().GetAsync(arguments.GetRequiredValue(Case));
        var rows = await desk.Get<CaseItems>().ListAsync(head.Id, limit: 1000);
        desk.Out.Write(rows, text => text.Table(
            ["Item", "Location", "Clause", "Severity", "Status", "Seen"],
            rows.Select(row => (IReadOnlyList<string?>)[$"{row.Number}", row.Display, row.Clause, row.Severity, row.State, desk.Say(row.FirstSeenAt)])));
        return 0;
    }
}
