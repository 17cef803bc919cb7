using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Escalation;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Escalation;

/// <summary>Says what the ladder proposes, and why.</summary>
public sealed class ExplainCommand : DeskCommand
{
    private readonly Option<string> caseRef = Ask.Case();
    private readonly Option<Instant?> at = Ask.Instant("--at", "As the record stood at this instant; default now.");

    public ExplainCommand()
        : base("explain", "Say what the ladder proposes for a case, and every fact that led there.")
    {
        Options.Add(caseRef);
        Options.Add(at);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var proposal = await desk.Get<ExplainEscalation>().RunAsync(arguments.GetRequiredValue(caseRef), arguments.GetValue(at));
        desk.Out.Write(proposal, text => ProposalText.Write(desk, text, proposal));
        return 0;
    }
}
