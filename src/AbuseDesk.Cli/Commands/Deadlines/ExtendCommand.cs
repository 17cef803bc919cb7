using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines.Changing;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>Asks for more time.</summary>
public sealed class ExtendCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As D-2021-00012.");
    private readonly Option<string> until = Ask.Required("--to", "LOCAL", "The later time, as 2021-01-10T23:59.");
    private readonly Option<string?> zone = Ask.Optional("--zone", "ZONE", "On whose clock; default the desk's.");
    private readonly Option<string> reason = Ask.Required("--reason", "TEXT", "Why, for whoever approves it.");

    public ExtendCommand()
        : base("extend", "Ask for a later time; another person approves or refuses it.")
    {
        Arguments.Add(reference);
        Options.Add(until);
        Options.Add(zone);
        Options.Add(reason);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var deadline = arguments.GetRequiredValue(reference);
        var later = desk.Promised(arguments.GetRequiredValue(until), arguments.GetValue(zone))!;
        await desk.Get<AskExtension>().RunAsync(await desk.ActorAsync(), deadline, later, arguments.GetRequiredValue(reason));
        desk.Out.Done(
            new { deadlineRef = deadline, asked = later.Instant },
            $"The extension of {deadline} to {Times.At(later.Instant, Zones.Get(later.Zone))} is asked for; it holds once another person approves it.");
        return 0;
    }
}
