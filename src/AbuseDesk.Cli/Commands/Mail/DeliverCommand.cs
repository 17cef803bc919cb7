using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Mail;
using AbuseDesk.Notices.Sealing;
using AbuseDesk.Notices.Settling;

namespace AbuseDesk.Cli.Commands.Mail;

/// <summary>One pass over the outbox.</summary>
public sealed class DeliverCommand : DeskCommand
{
    public DeliverCommand()
        : base("deliver", "Send what waits in the outbox.")
    {
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        // what waits for the time stamp of its seal leaves in the same pass
        var stamps = await desk.Get<StampSeals>().RunAsync(cancel);
        var done = await desk.Get<DeliverMail>().RunAsync(cancel);
        var undelivered = await desk.Get<FollowDeliveries>().RunAsync(cancel);
        var lost = undelivered > 0 ? $" {Counted.Of(undelivered, "notice")} did not reach somebody; the author gets a mail in the next pass." : "";
        var problems = string.Concat(new[] { done.Unavailable, stamps.Problem }.Where(problem => problem is not null).Select(problem => " " + problem));
        desk.Out.Done(
            new { done.Sent, done.Postponed, done.Failed, done.Unavailable, stamps.Stamped, stampProblem = stamps.Problem },
            $"{done.Sent} sent, {done.Postponed} to be tried again, {done.Failed} failed.{lost}{problems}");
        return done.Failed > 0 || done.Unavailable is not null ? 1 : 0;
    }
}
