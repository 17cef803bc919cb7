using AbuseDesk.Terms;
namespace AbuseDesk.Escalation;

/// <summary>
/// From the record to a proposal. Pure: the same record, in whatever order its rows come, gives the same proposal.
/// </summary>
public static class Escalate
{
    /// <summary>
    /// The most severe step that is above all steps taken so far and has all its conditions met; else forwarding, if items
    /// wait for it. Nothing without a violation that counts, and nothing after a termination.
    /// </summary>
    public static Proposal Decide(Ladder ladder, EscalationRecord record)
    {
        var standing = new Standing(ladder, record);
        var facts = new StepFacts(ladder, standing);
        var reached = standing.Acts.Where(acts => acts.Value.Count > 0).Select(acts => acts.Key).DefaultIfEmpty(EscalationStep.Forwarding).Max();
        var chosen = standing.Violations.Count == 0 || reached == EscalationStep.Termination
            ? null
            : ladder.Steps.LastOrDefault(step => IsOpen(step.Step, reached) && facts.Of(step).All(fact => fact.Met || !fact.Required));
        var after = chosen is not null && chosen.Step > reached ? chosen.Step : reached;
        var next = ladder.Steps.FirstOrDefault(step => step.Step > after);
        var path = PathOf(chosen, standing);
        return new Proposal
        {
            Step = chosen?.Step,
            Title = Title(chosen, path),
            Path = path,
            Facts = chosen is null ? [] : facts.Of(chosen),
            NextStep = next?.Step,
            Missing = next is null ? [] : [.. facts.Of(next).Where(fact => fact.Required && !fact.Met)],
            Steps = [.. ladder.Steps.Select(step => State(step.Step, chosen?.Step, standing))],
            Waits = Waits(standing),
            Points = standing.Points,
            LadderVersion = ladder.Version,
        };
    }

    private static bool IsOpen(EscalationStep step, EscalationStep reached) => step == EscalationStep.Forwarding || step > reached;

    private static ContractPath? PathOf(LadderStep? step, Standing standing) => step switch
    {
        { Step: EscalationStep.Suspension, CriticalShortens: true } when standing.CriticalUp.Any() => ContractPath.Immediate,
        { Step: EscalationStep.Suspension } => ContractPath.Cure,
        _ => null,
    };

    private static string Title(LadderStep? step, ContractPath? path) => (step?.Says ?? "Nothing is proposed") + path switch
    {
        ContractPath.Immediate => ", by the immediate path",
        ContractPath.Cure => ", with a period to cure",
        _ => "",
    };

    private static StepState State(EscalationStep step, EscalationStep? chosen, Standing standing)
    {
        var acts = standing.Acts[step];
        var stage = step == chosen ? StepStage.Now : acts.Count > 0 ? StepStage.Done : StepStage.Later;
        return new StepState(step, stage, acts.Count, acts.Count == 0 ? null : acts[0].At, acts.Count == 0 ? null : acts[^1].At);
    }

    private static IReadOnlyList<Wait> Waits(Standing standing)
    {
        var waits = standing.Forwardings
            .Where(forwarding => forwarding.ActBy > standing.Now)
            .Select(forwarding => new Wait(forwarding.Items == 1 ? "remove 1 item" : $"remove {forwarding.Items} items", forwarding.ActBy, forwarding.Ref));
        if (StandingPlan.Awaited(standing) is { } request) waits = waits.Append(new Wait("send the plan", request.DueAt, request.Ref));
        return [.. waits.OrderBy(wait => wait.Until).ThenBy(wait => wait.Ref, StringComparer.Ordinal)];
    }
}
