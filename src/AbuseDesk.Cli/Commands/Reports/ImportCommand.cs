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
        var done = new List<(string File, ImportedReports Result)>();
        var failed = new List<(string File, string Reason)>();
        await ProgressBar.RunAsync(desk.Out.Error, async progress =>
        {
            foreach (var file in files)
            {
                try
                {
                    done.Add((Path.GetFileName(file), await ImportAsync(desk, actor, file, progress, cancel)));
                }
                catch (DeskException wrong) when (files.Count > 1)
                {
                    // the other files are none the worse for it
                    failed.Add((Path.GetFileName(file), wrong.Message));
                }
            }

            return done.Count;
        });
        Write(desk.Out, done, failed);
        return failed.Count == 0 && done.All(one => one.Result.Rejected.Count == 0) ? 0 : 1;
    }

    private static async Task<ImportedReports> ImportAsync(DeskSession desk, Actor actor, string file, Action<double?, string> progress, CancellationToken cancel)
    {
        await using var csv = Files.Open(file);
        var name = Path.GetFileName(file);
        var request = new ImportReportsRequest { Csv = csv, FileName = name, FindScreenshot = ImportReportsRequest.ScreenshotsBeside(file) };
        var rows = new Told(count => progress(csv.CanRead ? csv.Position / (double)csv.Length : 1, $"{name}: {Counted.Of(count, "row")}"));
        return await desk.Get<ImportReports>().RunAsync(actor, request, rows, cancel);
    }

    private static List<string> CsvFiles(string path)
    {
        if (!Directory.Exists(path))
            return path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? [path] : throw new DeskException($"This version imports CSV files, and {path} is none.");
        var files = Directory.GetFiles(path, "*.csv").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new DeskException($"The folder {path} holds no CSV file.");
    }

    private static void Write(Output output, IReadOnlyList<(string File, ImportedReports Result)> done, IReadOnlyList<(string File, string Reason)> failed) => output.Write(
        new
        {
            files = done.Select(one => new { one.File, one.Result.Rows, one.Result.Filed, one.Result.Joined, one.Result.Repeated, one.Result.WithoutScreenshot, one.Result.Rejected, one.Result.Cases }),
            failed = failed.Select(one => new { one.File, one.Reason }),
        },
        text =>
        {
            foreach (var (file, result) in done)
            {
                text.Line($"{file}: {Counted.Of(result.Rows, "row")}: {result.Filed} filed as new items, {result.Joined} joined to known items ({result.Repeated} of them on record word for word), {result.Rejected.Count} refused.");
                foreach (var row in result.Rejected)
                    text.Line($"{file}, row {row.Row}, {row.Column}: {row.Reason}");
            }

            foreach (var (file, reason) in failed)
                text.Line($"{file}: {reason}");
        });

    /// <summary>Tells at once, on the thread of the import, so that nothing is told after its end.</summary>
    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
