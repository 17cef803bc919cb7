using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Reports;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Reports;

/// <summary>Files a report.</summary>
public sealed class FileCommand : DeskCommand
{
    private static readonly Option<string> Url = new("--url")
    {
        Description = "What was seen.",
        HelpName = "URL",
        Required = true,
    };

    private static readonly Option<string> Clause = new("--clause")
    {
        Description = "Number of the clause in force then.",
        HelpName = "N",
        Required = true,
    };

    private static readonly Option<string> Grade = new("--severity")
    {
        Description = "low, medium, high or critical.",
        HelpName = "S",
        Required = true,
    };

    private static readonly Option<string?> Customer = new("--customer")
    {
        Description = "Account; default: who held the place when it was seen.",
        HelpName = "REF",
    };

    private static readonly Option<string[]> Shots = new("--screenshot")
    {
        Description = "A screenshot; may be repeated.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Excerpt = new("--excerpt")
    {
        Description = "What it says.",
        HelpName = "TEXT",
    };

    private static readonly Option<string?> Seen = new("--seen")
    {
        Description = "When, as 2021-01-09T14:02:00Z; default: now.",
        HelpName = "INSTANT",
    };

    private static readonly Option<string?> Note = new("--note")
    {
        Description = "Needed where there is no screenshot.",
        HelpName = "TEXT",
    };

    public FileCommand()
        : base("file", "File one report with its screenshots.")
    {
        Options.Add(Url);
        Options.Add(Clause);
        Options.Add(Grade);
        Options.Add(Customer);
        Options.Add(Shots);
        Options.Add(Excerpt);
        Options.Add(Seen);
        Options.Add(Note);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var actor = await desk.ActorAsync();
        var seen = Times.Instant(arguments.GetValue(Seen)) ?? desk.Database.Now;
        var filed = await desk.Get<FileReport>().RunAsync(actor, new FileReportRequest
        {
            Url = arguments.GetRequiredValue(Url),
            Clause = arguments.GetRequiredValue(Clause),
            Severity = Words.Parse<Severity>(arguments.GetRequiredValue(Grade)),
            Customer = arguments.GetValue(Customer),
            Excerpt = arguments.GetValue(Excerpt) ?? "",
            SeenAt = seen,
            Note = arguments.GetValue(Note),
            Screenshots = [.. (arguments.GetValue(Shots) ?? []).Select(file => Screenshot(file, seen, actor))],
        });
        desk.Out.Write(filed, output => output.Line($"{filed.ReportRef} is filed as item {filed.ItemNumber} of {filed.CaseRef}{(filed.Joined ? ", which was known" : "")}."));
        return 0;

        static NewScreenshot Screenshot(string file, Instant seen, Actor actor) => new()
        {
            Bytes = File.ReadAllBytes(InputFile.Get(file)),
            FileName = Path.GetFileName(file),
            CapturedAt = seen,
            CapturedBy = actor.Login,
            Method = "uploaded",
        };
    }
}
