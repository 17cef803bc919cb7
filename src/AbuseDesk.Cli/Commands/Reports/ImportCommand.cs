using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Reports;

namespace AbuseDesk.Cli.Commands.Reports;

/// <summary>Imports reports from CSV.</summary>
public sealed class ImportCommand : DeskCommand
{
    private static readonly Argument<string> Source = new("FILE") { Description = "The file." };

    public ImportCommand()
        : base("import", "File the rows of a CSV file: url, seen, clause, severity, excerpt, reporter, screenshot.")
    {
        Arguments.Add(Source);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var file = InputFile.Get(arguments.GetRequiredValue(Source));
        await using var csv = File.OpenRead(file);
        var request = new ImportReportsRequest { Csv = csv, FindScreenshot = ImportReportsRequest.ScreenshotsBeside(file) };
        var progress = new Progress<int>(rows => arguments.InvocationConfiguration.Error.Write($"\r{rows} rows"));
        var done = await desk.Get<ImportReports>().RunAsync(await desk.ActorAsync(), request, progress, cancel);
        await arguments.InvocationConfiguration.Error.WriteLineAsync();
        desk.Out.Write(done, text =>
        {
            text.Line($"{done.Rows} rows: {done.Filed} filed, {done.Joined} joined known items, {done.Rejected.Count} rejected.");
            foreach (var row in done.Rejected)
                text.Line($"  row {row.Row}, {row.Column}: {row.Reason}");
        });
        return done.Rejected.Count == 0 ? 0 : 1;
    }
}
