using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Takes back a notice that was never sent.</summary>
public sealed class WithdrawCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As N-2021-0036.");
    private readonly Option<string> reason = Ask.Required("--reason", "TEXT", "Why nobody wants it any more.");

    public WithdrawCommand()
        : base("withdraw", "Take back a notice that was never sent.")
    {
        Arguments.Add(reference);
        Options.Add(reason);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = arguments.GetRequiredValue(reference);
        await desk.Get<WithdrawNotice>().RunAsync(await desk.ActorAsync(), notice, arguments.GetRequiredValue(reason));
        desk.Out.Done(new { noticeRef = notice, status = NoticeStatus.Withdrawn }, $"{notice} is withdrawn.");
        return 0;
    }
}
