using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Hands a notice to its reviewer.</summary>
public sealed class SubmitCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As N-2021-0036.");

    public SubmitCommand()
        : base("submit", "Hand a notice to the lawyer whose name it prints.")
    {
        Arguments.Add(reference);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = arguments.GetRequiredValue(reference);
        await desk.Get<SubmitNotice>().RunAsync(await desk.ActorAsync(), notice);
        desk.Out.Done(new { noticeRef = notice, status = NoticeStatus.InReview }, $"{notice} waits for review.");
        return 0;
    }
}
