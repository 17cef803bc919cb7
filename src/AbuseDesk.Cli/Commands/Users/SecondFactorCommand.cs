using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff;
using AbuseDesk.Staff.SecondFactor;

namespace AbuseDesk.Cli.Commands.Users;

/// <summary>Takes away the authenticator of somebody who has lost it.</summary>
public sealed class SecondFactorCommand : DeskCommand
{
    private readonly Argument<string> login = Ask.For("LOGIN", "Who.");

    public SecondFactorCommand()
        : base("second-factor", "Take away the second factor of somebody who has lost it; their sessions end. One’s own, or for admins that of anybody.")
    {
        Arguments.Add(login);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var wanted = arguments.GetRequiredValue(login).Trim().ToLowerInvariant();
        await desk.Get<TakeSecondFactor>().RunAsync(await desk.ActorAsync(), wanted, cancel);
        var member = await desk.Get<FindStaff>().RunAsync(wanted, cancel);
        desk.Out.Done(
            new { member!.Login, member.Name },
            $"{member.Name} ({member.Login}) signs in with the password alone, until they add another second factor.");
        return 0;
    }
}
