using System.Globalization;
using AbuseDesk.Cases;
using NodaTime;

namespace AbuseDesk.Escalation;

/// <summary>The conditions of one step held against the record, in words that a page or a notice can print.</summary>
internal sealed class StepFacts(Ladder ladder, Standing standing)
{
    public IReadOnlyList<ProposalFact> Of(LadderStep step)
    {
        var facts = new List<ProposalFact>();
        if (step.Step == EscalationStep.Forwarding) facts.Add(NotForwarded());
        if (step.Points is { } points) facts.Add(Points(points));
        facts.AddRange(step.After.Select(prior => Prior(prior, step.CriticalShortens && standing.CriticalUp.Any())));
        if (step.PlanFailed) facts.Add(Plan());
        facts.AddRange(step.Missed.Select(rule => Missed(rule.Key, rule.Value)));
        if (step.RemovedUnderPercent is { } percent) facts.Add(Removed(percent));
        if (step.CriticalShortens) facts.Add(CriticalUp());
        return facts;
    }

    private ProposalFact NotForwarded()
    {
        var waiting = standing.Violations.Where(violation => !violation.Forwarded).ToList();
        return new ProposalFact("Items not yet forwarded", Number(waiting.Count), "any", waiting.Count > 0)
        {
            Source = FactSource.From(SourceKind.Violations, waiting.Select(violation => violation.Ref)),
        };
    }

    private ProposalFact Points(int minimum) =>
        new($"Points in {ladder.WindowDays} days", Number(Math.Floor(standing.Points)), $"{Number(minimum)} or more", standing.HasPoints(minimum))
        {
            Source = FactSource.From(SourceKind.Violations, standing.Counting.Select(violation => violation.Ref)),
        };

    private ProposalFact Prior(PriorStep prior, bool shortened)
    {
        var acts = standing.Acts[prior.Step];
        var aged = acts.Count > 0 && standing.Now - acts[0].At >= Duration.FromDays(prior.DaysAgo);
        var skipped = shortened && acts.Count > 0 && !aged;
        var asked = prior.DaysAgo == 0 ? "once"
            : skipped ? $"one; the {Days(prior.DaysAgo)} are not waited for, as critical content is still up"
            : $"one, at least {Days(prior.DaysAgo)} ago";
        var kind = prior.Step == EscalationStep.Suspension ? SourceKind.Suspensions : SourceKind.Notices;
        return new ProposalFact(PriorName(prior.Step), acts.Count == 0 ? "none" : StandingPlan.Day(acts[0].At, standing), asked, aged || skipped)
        {
            Source = FactSource.From(kind, acts.Take(1).Select(act => act.Ref)),
        };
    }

    private ProposalFact Plan()
    {
        var plan = StandingPlan.Of(standing);
        return new ProposalFact("Plan verdict", plan.OnRecord, "insufficient, or no plan", plan.Failed)
        {
            Source = FactSource.From(SourceKind.Plans, plan.Refs),
        };
    }

    private ProposalFact Missed(string rule, int times)
    {
        var missed = standing.Missed(rule).OrderBy(miss => miss.At).ToList();
        var onRecord = missed.Count == 0 ? "never" : $"{Times(missed.Count)}, last on {StandingPlan.Day(missed[^1].At, standing)}";
        return new ProposalFact($"Customer missed “{rule}”", onRecord, $"{Times(times)} or more, in {ladder.WindowDays} days", missed.Count >= times)
        {
            Source = FactSource.From(SourceKind.Deadlines, missed.Select(miss => miss.Ref)),
        };
    }

    private static string Times(int count) => count == 1 ? "once" : $"{Number(count)} times";

    private ProposalFact Removed(int percent)
    {
        var due = standing.Due.ToList();
        var items = due.Sum(forwarding => (long)forwarding.Items);
        var removed = due.Sum(forwarding => (long)forwarding.RemovedByActBy);
        var onRecord = items == 0 ? "no date to act by has passed" : $"{Number(removed)} of {Number(items)}, {Number(removed * 100 / items)} %";
        return new ProposalFact("Removed by the date to act by", onRecord, $"under {percent} %", items > 0 && removed * 100 < percent * items)
        {
            Source = FactSource.From(SourceKind.Forwardings, due.Select(forwarding => forwarding.Ref)),
        };
    }

    private ProposalFact CriticalUp()
    {
        var up = standing.CriticalUp.ToList();
        var all = standing.Violations.Count(violation => violation.Severity == Severity.Critical);
        return new ProposalFact("Critical and still up", all == 0 ? "none" : $"{Number(up.Count)} of {Number(all)}", "any: the immediate path", up.Count > 0)
        {
            Required = false,
            Source = FactSource.From(SourceKind.Violations, up.Select(violation => violation.Ref)),
        };
    }

    private static string PriorName(EscalationStep step) => step switch
    {
        EscalationStep.Forwarding => "Items forwarded",
        EscalationStep.Warning => "Warning before",
        EscalationStep.PlanRequest => "Plan asked for",
        EscalationStep.Suspension => "Suspended before",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Nothing comes after it."),
    };

    private static string Days(int days) => days == 1 ? "1 day" : $"{Number(days)} days";

    private static string Number(decimal number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
