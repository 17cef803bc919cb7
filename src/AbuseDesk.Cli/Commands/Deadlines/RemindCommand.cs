using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>One sweep over the reminders that are due.</summary>
public sealed class RemindCommand : DeskCommand
{
    private readonly Option<Instant?> at = Ask.Instant("--at", "What is due at this instant, default now; the mail of that instant is queued for real, even of one to come.");

    public RemindCommand()
        : base("remind", "Queue the reminders that are due, each once.")
    {
        Options.Add(at);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var instant = arguments.GetValue(at);
        if (instant > desk.Database.Now)
            await desk.Out.Error.WriteLineAsync($"{desk.At(instant)} is still to come: the reminders due by then are queued now, for real, and their text says the time that is left then.");
        var done = await desk.Get<RemindDue>().RunAsync(instant, cancel);
        desk.Out.Done(new { planned = done.Planned }, $"{Counted.Of(done.Planned, "reminder")} queued, {done.Skipped} no longer needed, {done.Undeliverable} without a usable address.");
        return 0;
    }
}
