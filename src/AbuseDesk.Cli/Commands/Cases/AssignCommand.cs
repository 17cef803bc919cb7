using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Staff;

namespace AbuseDesk.Cli.Commands.Cases;

/// <summary>Gives a case to somebody.</summary>
public sealed class AssignCommand : DeskCommand
{
    private readonly Argument<string> reference = Ask.For("REF", "The case.");
    private readonly Option<string?> login = Ask.Optional("--to", "LOGIN", "Who shall work on it.");
    private readonly Option<bool> nobody = Ask.Flag("--nobody", "Take it from whoever has it.");

    public AssignCommand()
        : base("assign", "Give a case to somebody, or to nobody.")
    {
        Arguments.Add(reference);
        Options.Add(login);
        Options.Add(nobody);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var caseRef = arguments.GetRequiredValue(reference);
        var who = arguments.GetValue(login);
        if (who is null == !arguments.GetValue(nobody))
            throw new DeskException("Say who shall work on the case: --to LOGIN, or --nobody.");
        if (who == "nobody" && (await desk.Get<ListStaff>().RunAsync(cancel)).All(one => one.Login != who))
            throw new DeskException("Nobody has the login nobody; to take the case from whoever has it, write --nobody.");
        await desk.Get<AssignCase>().RunAsync(await desk.ActorAsync(), caseRef, who);
        desk.Out.Done(new { caseRef, assignee = who }, $"{caseRef} is assigned to {who ?? "nobody"}.");
        return 0;
    }
}
