using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Approves the exact bytes of a notice.</summary>
public sealed class ApproveCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As N-2021-0036.");
    private readonly Option<int?> version = new("--version-number") { HelpName = "N", Description = "The version that you looked at; refused if there is a newer one. Default any." };

    public ApproveCommand()
        : base("approve", "Approve the exact bytes of a notice.")
    {
        Arguments.Add(reference);
        Options.Add(version);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = arguments.GetRequiredValue(reference);
        var given = await desk.Get<ApproveNotice>().RunAsync(await desk.ActorAsync(), notice, arguments.GetValue(version));
        desk.Out.Done(new { noticeRef = notice, status = given.Left == 0 ? NoticeStatus.Approved : NoticeStatus.InReview, approvals = given.Given.Count, given.Needed },
            given.Left == 0 ? $"{notice} is approved{(given.Needed > 1 ? $", {given.Sentence}" : "")}." : $"{notice} has {given.Sentence}; the next is another lawyer’s.");
        return 0;
    }
}
