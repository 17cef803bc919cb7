using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines.Feed;

namespace AbuseDesk.Cli.Commands.Users;

/// <summary>Makes or ends the secret address of a person's calendar.</summary>
public sealed class CalendarCommand : DeskCommand
{
    private readonly Argument<string> login = Ask.For("LOGIN", "Whose.");
    private readonly Option<bool> renew = new("--renew") { Description = "Make a new address; the one before stops." };
    private readonly Option<bool> revoke = new("--revoke") { Description = "End the address." };

    public CalendarCommand()
        : base("calendar", "Make or end the secret address at which a calendar program reads a person's deadlines. One's own; for admins anybody's.")
    {
        Arguments.Add(login);
        Options.Add(renew);
        Options.Add(revoke);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var whose = arguments.GetRequiredValue(login).Trim().ToLowerInvariant();
        if (arguments.GetValue(renew) == arguments.GetValue(revoke))
            throw new DeskException("Say either --renew, for a new address, or --revoke, to end it.");
        if (arguments.GetValue(revoke))
        {
            await desk.Get<RevokeCalendar>().RunAsync(await desk.ActorAsync(), whose, cancel);
            desk.Out.Done(new { login = whose }, $"The calendar of {whose} has no address any more.");
            return 0;
        }

        var secret = await desk.Get<RenewCalendar>().RunAsync(await desk.ActorAsync(), whose, cancel);
        var address = FeedAddress.Of(desk.Get<DeskSettings>().PublicUrl, secret);
        desk.Out.Done(new { login = whose, address }, $"{whose} has a new calendar address; whoever knows it reads their deadlines. Shown only now: {address}");
        return 0;
    }
}
