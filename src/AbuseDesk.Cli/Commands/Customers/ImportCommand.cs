using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Customers;

namespace AbuseDesk.Cli.Commands.Customers;

/// <summary>Brings customers to what a list says.</summary>
public sealed class ImportCommand : DeskCommand
{
    private readonly Argument<string> file = Ask.For("FILE.csv", "Columns account, name, kind, role, value, locale, zone, held_from, held_to.");

    public ImportCommand()
        : base("import", "Import customers, their contacts and resources from a CSV file.")
    {
        Arguments.Add(file);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var path = arguments.GetRequiredValue(file);
        var actor = await desk.ActorAsync();
        await using var csv = Files.Open(path);
        var done = await desk.Get<ImportCustomers>().RunAsync(actor, csv, Path.GetFileName(path), cancel);
        desk.Out.Done(done, done.ToString());
        return 0;
    }
}
