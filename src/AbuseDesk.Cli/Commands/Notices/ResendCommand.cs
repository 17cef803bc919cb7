using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Review;

namespace AbuseDesk.Cli.Commands.Notices;

/// <summary>Sends a notice that did not arrive once more.</summary>
public sealed class ResendCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "As N-2021-0036.");
    private readonly Option<string[]> to = Ask.Many("--to", "ADDRESS", "A contact of the customer; default those whom it did not reach.");

    public ResendCommand()
        : base("resend", "Send a notice that did not reach everybody once more, byte for byte as it was sent.")
    {
        Arguments.Add(reference);
        Options.Add(to);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var notice = arguments.GetRequiredValue(reference);
        var readers = await desk.Get<ResendNotice>().RunAsync(await desk.ActorAsync(), notice, arguments.GetRequiredValue(to));
        desk.Out.Done(new { noticeRef = notice, to = readers }, $"{notice} goes again to {string.Join(", ", readers)} with the next delivery.");
        return 0;
    }
}
