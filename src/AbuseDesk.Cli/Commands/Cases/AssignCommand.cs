using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Cases;

/// <summary>Assigns a case.</summary>
public sealed class AssignCommand : DeskCommand
{
    private static readonly Argument<string> Ref = new("REF") { Description = "Reference of the case." };

    private static readonly Option<string?> To = new("--to")
    {
        Description = "Login; left out: nobody.",
        HelpName = "USER",
    };

    public AssignCommand()
        : base("assign", "Give a case to somebody, or to nobody.")
    {
        Arguments.Add(Ref);
        Options.Add(To);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        await desk.Get<AssignCase>().RunAsync(await desk.ActorAsync(), arguments.GetRequiredValue(Ref), arguments.GetValue(To));
        desk.Out.Write(new { assignee = arguments.GetValue(To) }, text => text.Line($"{arguments.GetRequiredValue(Ref)} is with {arguments.GetValue(To) ?? "nobody"}."));
        return 0;
    }
}
