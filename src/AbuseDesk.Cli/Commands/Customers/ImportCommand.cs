using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Customers;

namespace AbuseDesk.Cli.Commands.Customers;

/// <summary>Imports a customer list.</summary>
public sealed class ImportCommand : DeskCommand
{
    private static readonly Argument<string> Source = new("FILE") { Description = "The file." };

    public ImportCommand()
        : base("import", "Import customers, their contacts and their resources from CSV; all or nothing.")
    {
        Arguments.Add(Source);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var file = InputFile.Get(arguments.GetRequiredValue(Source));
        await using var csv = File.OpenRead(file);
        var done = await desk.Get<ImportCustomers>().RunAsync(await desk.ActorAsync(), csv, Path.GetFileName(file), cancel);
        desk.Out.Write(done, text => text.Line(done.ToString()));
        return 0;
    }
}
