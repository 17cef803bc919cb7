using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines.Changing;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>Corrects the event that a deadline counts from.</summary>
public sealed class CorrectCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As D-2021-00012.");
    private readonly Option<Instant?> at = Ask.Instant("--at", "When the event was.");
    private readonly Option<string> reason = Ask.Required("--reason", "TEXT", "How that is known.");

    public CorrectCommand()
        : base("correct", "Say that the event a deadline counts from was at another time, and compute it again.")
    {
        at.Required = true;
        Arguments.Add(reference);
        Options.Add(at);
        Options.Add(reason);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var deadline = arguments.GetRequiredValue(reference);
        await desk.Get<CorrectAnchor>().RunAsync(await desk.ActorAsync(), deadline, arguments.GetRequiredValue(at)!.Value, arguments.GetRequiredValue(reason));
        await MovedDeadline.SayAsync(desk, deadline);
        return 0;
    }
}
