using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Reports;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Reports;

/// <summary>Files one report.</summary>
public sealed class FileCommand : DeskCommand
{
    private readonly Option<string> url = Ask.Required("--url", "URL", "Where the content is; hxxp:// and [.] are understood.");
    private readonly Option<string> clause = Ask.Required("--clause", "N", "The clause of the terms in force when the content was seen.");
    private readonly Option<Severity> severity = Ask.RequiredWord<Severity>("--severity", "How grave it is.");
    private readonly Option<string?> customer = Ask.Optional("--customer", "REF", "The account; default is who held the location when the content was seen.");
    private readonly Option<Instant?> seen = Ask.Instant("--seen", "When the content was seen; default now.");
    private readonly Option<string[]> screenshots = Ask.Many("--screenshot", "FILE", "PNG, JPEG or WebP; may be repeated.");
    private readonly Option<string?> excerpt = Ask.Optional("--excerpt", "TEXT", "The words that matter.");
    private readonly Option<string?> reporter = Ask.Optional("--reporter", "ADDRESS", "Who reported it; without it, the desk found it.");
    private readonly Option<string?> note = Ask.Optional("--note", "TEXT", "For the desk; also why there is no screenshot.");

    public FileCommand()
        : base("file", "File a report on one location, with screenshots.")
    {
        Options.Add(url);
        Options.Add(clause);
        Options.Add(severity);
        Options.Add(customer);
        Options.Add(seen);
        Options.Add(screenshots);
        Options.Add(excerpt);
        Options.Add(reporter);
        Options.Add(note);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var actor = await desk.ActorAsync();
        var seenAt = arguments.GetValue(seen) ?? desk.Database.Now;
        var filed = await desk.Get<FileReport>().RunAsync(actor, new FileReportRequest
        {
            Url = arguments.GetRequiredValue(url),
            SeenAt = seenAt,
            Clause = arguments.GetRequiredValue(clause),
            Severity = arguments.GetValue(severity),
            Customer = arguments.GetValue(customer),
            Excerpt = arguments.GetValue(excerpt) ?? "",
            Source = arguments.GetValue(reporter) is null ? ReportSource.Own : ReportSource.Form,
            ReporterEmail = arguments.GetValue(reporter),
            Note = arguments.GetValue(note),
            Screenshots = [.. (arguments.GetValue(screenshots) ?? []).Select(file => Screenshot.Of(file, seenAt, actor))],
        });
        desk.Out.Done(
            filed,
            $"{filed.ReportRef} is filed: item {filed.ItemNumber} of {filed.CaseRef}{(filed.OpenedCase ? ", a new case" : filed.Joined ? ", which was known" : "")}.");
        return 0;
    }
}
