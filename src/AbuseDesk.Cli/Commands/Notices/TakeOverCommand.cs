using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Takes over a review for a lawyer who is away.</summary>
public sealed class TakeOverCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As N-2021-0036.");

    public TakeOverCommand()
        : base("take-over", "Take over a review for a lawyer who is away and for whom you stand in; compiles a version that prints your name.")
    {
        Arguments.Add(reference);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = arguments.GetRequiredValue(reference);
        var version = await desk.Get<TakeOverReview>().RunAsync(await desk.ActorAsync(), notice);
        desk.Out.Done(new { noticeRef = notice, version }, $"{notice} is yours to review; version {version} prints your name.");
        return 0;
    }
}
