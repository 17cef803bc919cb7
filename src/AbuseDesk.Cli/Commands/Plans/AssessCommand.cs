using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Plans;

/// <summary>Assesses a plan.</summary>
public sealed class AssessCommand : DeskCommand
{
    private static readonly Option<string> Case = new("--case")
    {
        Description = "Reference of the case.",
        HelpName = "REF",
        Required = true,
    };

    private static readonly Option<string> Verdict = new("--verdict")
    {
        Description = "adequate or insufficient.",
        HelpName = "WORD",
        Required = true,
    };

    private static readonly Option<string> Reason = new("--reason")
    {
        Description = "Why.",
        HelpName = "TEXT",
        Required = true,
    };

    private static readonly Option<string[]> Criteria = new("--criterion")
    {
        Description = "As \"Staffing=not-met: nobody is named\"; once for each criterion.",
        HelpName = "TEXT",
        Required = true,
    };

    public AssessCommand()
        : base("assess", "Assess the latest plan of a case.")
    {
        Options.Add(Case);
        Options.Add(Verdict);
        Options.Add(Reason);
        Options.Add(Criteria);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        await desk.Get<AssessPlan>().RunAsync(await desk.ActorAsync(), arguments.GetRequiredValue(Case), new PlanAssessment(
            Words.Parse<PlanVerdict>(arguments.GetRequiredValue(Verdict)),
            arguments.GetRequiredValue(Reason),
            [.. arguments.GetRequiredValue(Criteria).Select(Parse)]));
        desk.Out.Write(new { verdict = arguments.GetRequiredValue(Verdict) }, text => text.Line("The assessment is on record."));
        return 0;

        static AssessedCriterion Parse(string text) => text.Split(['=', ':'], 3, StringSplitOptions.TrimEntries) is [var name, var verdict, var reason]
            ? new AssessedCriterion(name, Words.Parse<CriterionVerdict>(verdict), reason)
            : throw new DeskException($"“{text}” is no criterion; write it as Staffing=not-met: nobody is named.");
    }
}
