using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>One sweep over the reminders that are due.</summary>
public sealed class RemindCommand : DeskCommand
{
    private readonly Option<Instant?> at = Ask.Instant("--at", "What is due at this instant; default now.");

    public RemindCommand()
        : base("remind", "Queue the reminders that are due, each once.")
    {
        Options.Add(at);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var done = await desk.Get<RemindDue>().RunAsync(arguments.GetValue(at), cancel);
        desk.Out.Done(new { planned = done.Planned }, $"{done.Planned} queued, {done.Skipped} no longer needed, {done.Undeliverable} without a usable address.");
        return 0;
    }
}
