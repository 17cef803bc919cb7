using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Sends a notice back to its author.</summary>
public sealed class ReturnCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As N-2021-0036.");
    private readonly Option<string?> comment = Ask.Optional("--comment", "TEXT", "What the author is to change; may be left out where comments on paragraphs are open.");
    private readonly Option<int?> version = new("--version-number") { HelpName = "N", Description = "The version that you looked at; refused if there is a newer one. Default any." };

    public ReturnCommand()
        : base("return", "Send a notice back to its author with a comment.")
    {
        Arguments.Add(reference);
        Options.Add(comment);
        Options.Add(version);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = arguments.GetRequiredValue(reference);
        await desk.Get<ReturnNotice>().RunAsync(await desk.ActorAsync(), notice, arguments.GetValue(comment), arguments.GetValue(version));
        desk.Out.Done(new { noticeRef = notice, status = NoticeStatus.Returned }, $"{notice} is returned to its author.");
        return 0;
    }
}
