using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Cli.Commands.Plans;

/// <summary>Decides on the latest plan of a case.</summary>
public sealed class AssessCommand : DeskCommand
{
    private readonly Option<string> caseRef = Ask.Case();
    private readonly Option<PlanVerdict> verdict = Ask.RequiredWord<PlanVerdict>("--verdict", "On the whole plan.");
    private readonly Option<string> reason = Ask.Required("--reason", "TEXT", "For the verdict.");
    private readonly Option<string[]> criteria = Ask.Many("--criterion", "\"NAME=VERDICT: REASON\"", "One for each that the plan was asked to meet; the verdict is met, partly-met or not-met.");

    public AssessCommand()
        : base("assess", "Give the verdict on the latest plan of a case, criterion by criterion.")
    {
        Options.Add(caseRef);
        Options.Add(verdict);
        Options.Add(reason);
        Options.Add(criteria);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var reference = arguments.GetRequiredValue(caseRef);
        var assessment = new PlanAssessment(
            arguments.GetValue(verdict), arguments.GetRequiredValue(reason), [.. (arguments.GetValue(criteria) ?? []).Select(Criterion)]);
        await desk.Get<AssessPlan>().RunAsync(await desk.ActorAsync(), reference, assessment);
        desk.Out.Done(
            new { caseRef = reference, assessment.Verdict, assessment.Reason, assessment.Criteria },
            $"The plan of {reference} is assessed as {Words.Of(assessment.Verdict)}.");
        return 0;
    }

    private static AssessedCriterion Criterion(string text)
    {
        var name = text.Split('=', 2);
        var rest = name[^1].Split(':', 2);
        return name.Length == 2 && rest.Length == 2
            ? new AssessedCriterion(name[0].Trim(), Words.Parse<CriterionVerdict>(rest[0].Trim()), rest[1].Trim())
            : throw new DeskException($"“{Shown.Briefly(text)}” is no criterion; write it as \"Staffing=not-met: Volunteers only.\"");
    }
}
