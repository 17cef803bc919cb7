using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Customers;

namespace AbuseDesk.Cli.Commands.Customers;

/// <summary>Lists customers.</summary>
public sealed class ListCommand : DeskCommand
{
    private readonly Option<string?> after = Ask.Optional("--after", "REF", "Start after this account.");
    private readonly Option<int> limit = Ask.Limit();

    public ListCommand()
        : base("list", "List the customers by account.")
    {
        Options.Add(after);
        Options.Add(limit);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var rows = arguments.GetValue(limit);
        var found = await desk.Database.ReadAsync(connection => CustomerRecords.ListAsync(connection, arguments.GetValue(after) ?? "", rows + 1), cancel);
        desk.Out.List("customers", found, rows, ["Account", "Name", "Since"], customer => [customer.Account, customer.Name, desk.At(customer.CreatedAt)]);
        return 0;
    }
}
