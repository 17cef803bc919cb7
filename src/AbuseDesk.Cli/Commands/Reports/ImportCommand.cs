using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Reports;

namespace AbuseDesk.Cli.Commands.Reports;

/// <summary>Imports reports from CSV files.</summary>
public sealed class ImportCommand : DeskCommand
{
    private readonly Argument<string> path = Ask.For("FILE|DIR", "Columns url, seen, clause, severity, excerpt, reporter, screenshot and, if wanted, customer.");

    public ImportCommand()
        : base("import", "File the reports of a CSV file, or of all CSV files in a folder.")
    {
        Arguments.Add(path);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var actor = await desk.ActorAsync();
        var files = CsvFiles(arguments.GetRequiredValue(path));
        var done = await ProgressBar.RunAsync(desk.Out.Error, async progress =>
        {
            var imported = new List<(string File, ImportedReports Result)>();
            foreach (var file in files)
            {
                await using var csv = Files.Open(file);
                var request = new ImportReportsRequest { Csv = csv, FindScreenshot = ImportReportsRequest.ScreenshotsBeside(file) };
                var rows = new Told(count => progress(csv.CanRead ? csv.Position / (double)csv.Length : 1, $"{Path.GetFileName(file)}: {count} rows"));
                imported.Add((Path.GetFileName(file), await desk.Get<ImportReports>().RunAsync(actor, request, rows, cancel)));
            }

            return imported;
        });
        Write(desk.Out, done);
        return done.All(one => one.Result.Rejected.Count == 0) ? 0 : 1;
    }

    private static List<string> CsvFiles(string path)
    {
        if (!Directory.Exists(path))
            return path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? [path] : throw new DeskException($"This version imports CSV files, and {path} is none.");
        var files = Directory.GetFiles(path, "*.csv").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new DeskException($"The folder {path} holds no CSV file.");
    }

    private static void Write(Output output, IReadOnlyList<(string File, ImportedReports Result)> done) => output.Write(
        new { files = done.Select(one => new { one.File, one.Result.Rows, one.Result.Filed, one.Result.Joined, one.Result.Repeated, one.Result.WithoutScreenshot, one.Result.Rejected, one.Result.Cases }) },
        text =>
        {
            foreach (var (file, result) in done)
            {
                text.Line($"{file}: {result.Rows} rows, {result.Filed} new items, {result.Joined} joined a known item ({result.Repeated} of them were on record word for word), {result.Rejected.Count} not filed.");
                foreach (var row in result.Rejected)
                    text.Line($"{file}, row {row.Row}, {row.Column}: {row.Reason}");
            }
        });

    /// <summary>Tells at once, on the thread of the import, so that nothing is told after its end.</summary>
    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
