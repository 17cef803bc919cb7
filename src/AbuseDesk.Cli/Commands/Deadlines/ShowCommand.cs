using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>Shows one deadline.</summary>
public sealed class ShowCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As D-2021-00012.");

    public ShowCommand()
        : base("show", "Show a deadline: why it is due then, and what was done to it.")
    {
        Arguments.Add(reference);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var deadline = await desk.Get<FindDeadline>().GetAsync(arguments.GetRequiredValue(reference));
        desk.Out.Write(deadline, text => DeadlineText.Write(desk, text, deadline));
        return 0;
    }
}
