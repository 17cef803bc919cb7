using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff.Absences;

namespace AbuseDesk.Cli.Commands.Users;

/// <summary>Says when a person is away and who stands in.</summary>
public sealed class AwayCommand : DeskCommand
{
    private readonly Argument<string> login = Ask.For("LOGIN", "Who.");
    private readonly Option<string> from = Ask.Required("--from", "DATE", "The first day, as 2020-12-07, on the calendar of their zone.");
    private readonly Option<string> until = Ask.Required("--until", "DATE", "The last day.");
    private readonly Option<string> substitute = Ask.Required("--substitute", "LOGIN", "Who stands in; has the roles in which they work.");

    public AwayCommand()
        : base("away", "Say on which days a person is away and who stands in: yourself, or for leads and admins anybody.")
    {
        Arguments.Add(login);
        Options.Add(from);
        Options.Add(until);
        Options.Add(substitute);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var (who, other) = (arguments.GetRequiredValue(login), arguments.GetRequiredValue(substitute));
        var (first, last) = (AwayDays.Read(arguments.GetRequiredValue(from)), AwayDays.Read(arguments.GetRequiredValue(until)));
        await desk.Get<SetAway>().RunAsync(await desk.ActorAsync(), who, first, last, other, cancel);
        desk.Out.Done(new { login = who, from = first, until = last, substitute = other }, $"{who} is away from {first.ToString("uuuu-MM-dd", null)} until {last.ToString("uuuu-MM-dd", null)}; {other} stands in.");
        return 0;
    }
}
