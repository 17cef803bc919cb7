using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Cli.Commands.Demo;

/// <summary>One item of the sample case, as <c>items.csv</c> tells it.</summary>
internal sealed record StoryItem
{
    public required int Number { get; init; }

    public required int Batch { get; init; }

    public required Instant Seen { get; init; }

    public required string Url { get; init; }

    public required string Excerpt { get; init; }

    public required string Clause { get; init; }

    public required string Severity { get; init; }

    public required bool Own { get; init; }

    public required string CapturedBy { get; init; }

    public required string Screenshot { get; init; }

    /// <summary>The check that found it removed; null where it stayed up.</summary>
    public required Instant? RemovedAt { get; init; }

    public static IReadOnlyList<StoryItem> Read(string file)
    {
        using var csv = File.OpenRead(file);
        using var table = new CsvTable(csv, Path.GetFileName(file));
        var columns = table.Head.ToList();
        var items = table.Lines().Select(line => Of(name => line.Cells[columns.IndexOf(name)])).ToList();
        return items;
    }

    private static StoryItem Of(Func<string, string> cell) => new()
    {
        Number = int.Parse(cell("number"), CultureInfo.InvariantCulture),
        Batch = int.Parse(cell("batch"), CultureInfo.InvariantCulture),
        Seen = Parse(cell("seen")),
        Url = cell("url"),
        Excerpt = cell("excerpt"),
        Clause = cell("clause"),
        Severity = cell("severity"),
        Own = cell("source") == "own",
        CapturedBy = cell("captured_by"),
        Screenshot = cell("screenshot"),
        RemovedAt = cell("removed_at") is { Length: > 0 } removed ? Parse(removed) : null,
    };

    private static Instant Parse(string text) => InstantPattern.General.Parse(text).GetValueOrThrow();
}
