using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines.Changing;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>Refuses an extension.</summary>
public sealed class RefuseCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As D-2021-00012.");
    private readonly Option<string> comment = Ask.Required("--comment", "TEXT", "Why.");

    public RefuseCommand()
        : base("refuse", "Refuse the extension that somebody else asked for.")
    {
        Arguments.Add(reference);
        Options.Add(comment);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var deadline = arguments.GetRequiredValue(reference);
        await desk.Get<DecideExtension>().RunAsync(await desk.ActorAsync(), deadline, approve: false, arguments.GetRequiredValue(comment));
        desk.Out.Done(new { deadlineRef = deadline, extension = "refused" }, $"The extension of {deadline} is refused; it is due as before.");
        return 0;
    }
}
