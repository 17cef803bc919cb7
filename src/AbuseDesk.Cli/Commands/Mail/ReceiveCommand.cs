using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Reports.Mailbox;

namespace AbuseDesk.Cli.Commands.Mail;

/// <summary>One pass over the mailbox.</summary>
public sealed class ReceiveCommand : DeskCommand
{
    public ReceiveCommand()
        : base("receive", "Read what came into the mailbox: replies land on their case, reports with their notice, the rest in the intake.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var done = await desk.Get<ReceiveMail>().RunAsync(cancel);
        await desk.Get<FollowDeliveries>().RunAsync(cancel);
        desk.Out.Write(done, text =>
        {
            text.Line($"{done.OnCases} on their cases, {Counted.Of(done.Reports, "report")} of delivery, {done.Intake} into the intake, {done.Known} known.");
            foreach (var problem in done.Problems)
                text.Line(problem);
        });
        return done.Problems.Count > 0 ? 1 : 0;
    }
}
