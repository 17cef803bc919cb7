using System.CommandLine;
using AbuseDesk.Cases;
using AbuseDesk.Cli.Frame;
using PlanRecords = AbuseDesk.Cases.Plans;

namespace AbuseDesk.Cli.Commands.Plans;

/// <summary>Lists the plans of a case.</summary>
public sealed class ListCommand : DeskCommand
{
    private readonly Option<string> caseRef = Ask.Case();

    public ListCommand()
        : base("list", "List the plans of a case with their assessments, the latest first.")
    {
        Options.Add(caseRef);
    }

    protected override async Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var head = await desk.Get<CaseRecord>().GetAsync(arguments.GetRequiredValue(caseRef));
        var plans = await desk.Get<PlanRecords>().ListAsync(head.Id);
        desk.Out.Write(new { plans }, text =>
        {
            if (plans.Count == 0)
                text.Line($"{head.Ref} has no plan.");
            foreach (var plan in plans)
            {
                text.Line($"{plan.FileName}, received {desk.At(plan.ReceivedAt)}, SHA-256 {plan.Sha256}");
                text.Line(plan.Verdict is null ? "Not assessed yet." : $"Assessed as {plan.Verdict} by {plan.AssessedBy}, {desk.At(plan.AssessedAt)}: {plan.Reason}");
                if (plan.Criteria.Count > 0)
                    text.Table(["Criterion", "Verdict", "Reason"], plan.Criteria.Select(one => (IReadOnlyList<string?>)[one.Criterion, one.Verdict, one.Reason]));
            }
        });
        return 0;
    }
}
