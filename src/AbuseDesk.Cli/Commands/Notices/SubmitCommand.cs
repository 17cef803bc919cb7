using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Submit a notice to the lawyer whose name it prints.</summary>
public sealed class SubmitCommand : DeskCommand
{
    private static readonly Argument<string> Ref = new("REF") { Description = "Reference of the notice." };

    public SubmitCommand()
        : base("submit", "Submit a notice to the lawyer whose name it prints.")
    {
        Arguments.Add(Ref);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var reference = arguments.GetRequiredValue(Ref);
        await desk.Get<SubmitNotice>().RunAsync(await desk.ActorAsync(), reference);
        desk.Out.Write(new { notice = reference }, text => text.Line($"{reference} is submitted."));
        return 0;
    }
}
