using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Sends a notice.</summary>
public sealed class SendCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As N-2021-0036.");
    private readonly Option<int?> version = new("--version-number") { HelpName = "N", Description = "The version that you looked at; refused if there is a newer one. Default any." };

    public SendCommand()
        : base("send", "Queue the mail of a notice and start what follows from it.")
    {
        Arguments.Add(reference);
        Options.Add(version);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = arguments.GetRequiredValue(reference);
        await desk.Get<SendNotice>().RunAsync(await desk.ActorAsync(), notice, arguments.GetValue(version));
        desk.Out.Done(new { noticeRef = notice, status = NoticeStatus.Sent }, $"{notice} is sent; the next delivery takes its mail.");
        return 0;
    }
}
