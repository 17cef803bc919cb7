using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Approves the exact bytes of a notice.</summary>
public sealed class ApproveCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As N-2021-0036.");

    public ApproveCommand()
        : base("approve", "Approve the exact bytes of a notice.")
    {
        Arguments.Add(reference);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = arguments.GetRequiredValue(reference);
        await desk.Get<ApproveNotice>().RunAsync(await desk.ActorAsync(), notice);
        desk.Out.Done(new { noticeRef = notice, status = NoticeStatus.Approved }, $"{notice} is approved.");
        return 0;
    }
}
