using AbuseDesk.Cases;
using NodaTime;

namespace AbuseDesk.Escalation;

/// <summary>What of the record counts today: nothing reversed, nothing before the last lifting, nothing in the future.</summary>
internal sealed class Standing
{
    private readonly Ladder ladder;
    private readonly Instant since;

    public Standing(Ladder ladder, EscalationRecord record)
    {
        (this.ladder, Record) = (ladder, record);
        since = record.Suspensions.Select(suspension => suspension.Lifted).Where(lifted => lifted <= Now).Max() ?? Instant.MinValue;
        Violations = [.. record.Violations.Where(violation => !violation.Reversed && Counts(violation.At))];
        Forwardings = [.. record.Forwardings.Where(forwarding => Counts(forwarding.Sent))];
        Acts = Enum.GetValues<EscalationStep>().ToDictionary(step => step, step => (IReadOnlyList<RecordedAct>)[.. ActsOf(step)]);
    }

    public EscalationRecord Record { get; }

    public Instant Now => Record.Now;

    public IReadOnlyList<RecordedViolation> Violations { get; }

    public IReadOnlyList<RecordedForwarding> Forwardings { get; }

    /// <summary>What was done at each step, oldest first.</summary>
    public IReadOnlyDictionary<EscalationStep, IReadOnlyList<RecordedAct>> Acts { get; }

    public IEnumerable<RecordedForwarding> Due => Forwardings.Where(forwarding =>
        forwarding.ActBy <= Now && Now - forwarding.Sent <= Duration.FromDays(ladder.WindowDays));

    /// <summary>What the customer missed of a rule, in the window.</summary>
    public IEnumerable<RecordedMiss> Missed(string rule) =>
        Record.Misses.Where(miss => miss.Rule == rule && Counts(miss.At) && Now - miss.At <= Duration.FromDays(ladder.WindowDays));

    public IEnumerable<RecordedViolation> CriticalUp =>
        Violations.Where(violation => violation is { Severity: Severity.Critical, StillUp: true });

    /// <summary>The violations that still count points.</summary>
    public IEnumerable<RecordedViolation> Counting => Violations.Where(violation => Weight(violation) > 0);

    /// <summary>What the violation counts now; 0 where it is reversed, older than the last lifting, or too old.</summary>
    public decimal PointsOf(RecordedViolation violation) =>
        violation.Reversed || !Counts(violation.At) ? 0 : (decimal)(ladder.Points[violation.Severity] * Weight(violation)) / Span;

    /// <summary>When the violation counts nothing by its age alone.</summary>
    public Instant Expires(RecordedViolation violation) => violation.At + Duration.FromDays(ladder.WindowDays);

    public decimal Points => (decimal)WeightedPoints / Span;

    public bool HasPoints(int minimum) => WeightedPoints >= (long)minimum * Span;

    // Whole numbers, so that the sum is the same in whatever order the rows come.
    private long WeightedPoints => Violations.Sum(violation => ladder.Points[violation.Severity] * Weight(violation));

    private long Span => Math.Max(1, ladder.WindowDays - ladder.FullDays);

    private long Weight(RecordedViolation violation) =>
        Math.Clamp(ladder.WindowDays - (long)Math.Floor((Now - violation.At).TotalDays), 0, Span);

    private bool Counts(Instant at) => at > since && at <= Now;

    private IEnumerable<RecordedAct> ActsOf(EscalationStep step)
    {
        var acts = step switch
        {
            EscalationStep.Forwarding => Record.Forwardings.Select(forwarding => new RecordedAct(forwarding.Ref, forwarding.Sent)),
            EscalationStep.Warning => Record.Warnings,
            EscalationStep.PlanRequest => Record.PlanRequests.Select(request => new RecordedAct(request.Ref, request.At)),
            EscalationStep.Suspension => Record.Suspensions.Select(suspension => new RecordedAct(suspension.Ref, suspension.Sent)),
            _ => Record.Terminations,
        };
        return acts
            .Where(act => Counts(act.At) && Now - act.At <= Duration.FromDays(ladder.StepsCountDays))
            .OrderBy(act => act.At).ThenBy(act => act.Ref, StringComparer.Ordinal);
    }
}
