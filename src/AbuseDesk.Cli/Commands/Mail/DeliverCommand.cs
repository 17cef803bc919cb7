using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Mail;
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
        var done = await desk.Get<DeliverMail>().RunAsync(cancel);
        var undelivered = await desk.Get<FollowDeliveries>().RunAsync(cancel);
        var lost = undelivered > 0 ? $" {Counted.Of(undelivered, "notice")} did not reach somebody; the author gets a mail in the next pass." : "";
        desk.Out.Done(done, $"{done.Sent} sent, {done.Postponed} to be tried again, {done.Failed} failed.{lost}{(done.Unavailable is { } why ? $" {why}" : "")}");
        return done.Failed > 0 || done.Unavailable is not null ? 1 : 0;
    }
}
