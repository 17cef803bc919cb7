using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Escalation;

namespace AbuseDesk.Cli.Commands.Escalation;

/// <summary>Explains the proposal of the ladder.</summary>
public sealed class ExplainCommand : DeskCommand
{
    private static readonly Option<string> Case = new("--case")
    {
        Description = "Reference of the case.",
        HelpName = "REF",
        Required = true,
    };

    public ExplainCommand()
        : base("explain", "The next step of the ladder, and which facts led there.")
    {
        Options.Add(Case);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var proposal = await desk.Get<ExplainEscalation>().RunAsync(arguments.GetRequiredValue(Case));
        desk.Out.Write(proposal, text =>
        {
            text.Line(proposal.Title);
            text.Table(["Fact", "On record", "Asked by the ladder", "Met"], proposal.Facts.Concat(proposal.Missing)
                .Select(fact => (IReadOnlyList<string?>)[fact.Name, fact.OnRecord, fact.Asked, fact.Met ? "yes" : "no"]));
        });
        return 0;
    }
}
