using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Return a notice to its author with a comment.</summary>
public sealed class ReturnCommand : DeskCommand
{
    private static readonly Argument<string> Ref = new("REF") { Description = "Reference of the notice." };

    private static readonly Option<string> Comment = new("--comment")
    {
        Description = "What must change.",
        HelpName = "TEXT",
        Required = true,
    };

    public ReturnCommand()
        : base("return", "Return a notice to its author with a comment.")
    {
        Arguments.Add(Ref);
        Options.Add(Comment);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var reference = arguments.GetRequiredValue(Ref);
        await desk.Get<ReturnNotice>().RunAsync(await desk.ActorAsync(), reference, arguments.GetRequiredValue(Comment));
        desk.Out.Write(new { notice = reference }, text => text.Line($"{reference} is returned."));
        return 0;
    }
}
