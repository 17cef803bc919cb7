using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>One reminder sweep.</summary>
public sealed class RemindCommand : DeskCommand
{
    private static readonly Option<string?> At = new("--at")
    {
        Description = "Reminders due up to this instant, as 2021-01-10T08:00:00Z; default: now.",
        HelpName = "INSTANT",
    };

    public RemindCommand()
        : base("remind", "Queue the reminders that are due; a second run queues none.")
    {
        Options.Add(At);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var done = await desk.Get<RemindDue>().RunAsync(Times.Instant(arguments.GetValue(At)), cancel);
        desk.Out.Write(new { planned = done.Planned }, output => output.Line($"{done.Planned} reminders are in the outbox; {done.Skipped} were overtaken by later ones."));
        return 0;
    }
}
