using AbuseDesk.Cases;
using AbuseDesk.Escalation;
using AbuseDesk.Terms;
using CsCheck;
using NodaTime;

namespace AbuseDesk.Tests.Escalation;

public sealed class EscalationProperties
{
    private static readonly Ladder Ladder = LadderFile.Load(Policies.PathOf("ladder.yml"));
    private static readonly Instant Now = Instant.FromUtc(2021, 3, 1, 12, 0);

    private static readonly Gen<Instant> Past = Gen.Int[0, 120 * 24].Select(hours => Now - Duration.FromHours(hours));

    private static readonly Gen<RecordedViolation> Violation =
        from name in Gen.Int[1, 999]
        from at in Past
        from severity in Gen.Enum<Severity>()
        from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Frequency((1, true), (5, false)))
        select new RecordedViolation($"{name}", at, severity) { StillUp = flags.Item1, Forwarded = flags.Item2, Reversed = flags.Item3 };

    private static readonly Gen<RecordedForwarding> Forwarding =
        Gen.Select(Gen.Int[1, 99], Past, Gen.Int[0, 12], Gen.Int[0, 12], (name, sent, items, removed) =>
            new RecordedForwarding($"F-{name}", sent, sent + Duration.FromHours(24), items, Math.Min(items, removed / 3)));

    private static readonly Gen<RecordedAct> Act = Gen.Select(Gen.Int[1, 99], Past, (name, at) => new RecordedAct($"N-{name}", at));

    private static readonly Gen<RecordedPlan> Plan =
        from name in Gen.Int[1, 99]
        from received in Past
        from verdict in Gen.OneOf<PlanVerdict?>(null, PlanVerdict.Adequate, PlanVerdict.Insufficient, PlanVerdict.Insufficient)
        select new RecordedPlan($"P-{name}", received, verdict, verdict is null ? null : received + Duration.FromHours(20));

    private static readonly Gen<EscalationRecord> Record =
        from violations in Violation.Array[0, 40]
        from forwardings in Forwarding.Array[0, 5]
        from warnings in Act.Array[0, 2]
        from requests in Act.Select(act => new RecordedPlanRequest(act.Ref, act.At, act.At + Duration.FromDays(7))).Array[0, 2]
        from plans in Plan.Array[0, 2]
        from suspensions in Gen.Select(Act, Gen.Bool, (act, lifted) =>
            new RecordedSuspension(act.Ref, act.At, act.At, lifted ? act.At + Duration.FromDays(9) : null)).Array[0, 1]
        select new EscalationRecord
        {
            Now = Now,
            Violations = violations,
            Forwardings = forwardings,
            Warnings = warnings,
            PlanRequests = requests,
            Plans = plans,
            Suspensions = suspensions,
        };

    [Test]
    public void One_violation_more_never_proposes_a_milder_step() => Gen.Select(Record, Violation).Sample((record, more) =>
    {
        var before = Escalate.Decide(Ladder, record);
        var after = Escalate.Decide(Ladder, record with { Violations = [.. record.Violations, more] });
        Assert.That((int?)after.Step ?? -1, Is.GreaterThanOrEqualTo((int?)before.Step ?? -1));
        if (before.Path == ContractPath.Immediate && after.Step == before.Step) Assert.That(after.Path, Is.EqualTo(ContractPath.Immediate));
    }, iter: 5_000);

    [Test]
    public void The_order_of_the_rows_means_nothing() => Gen.Select(Record, Gen.Int).Sample((record, seed) =>
    {
        var random = new Random(seed);
        T[] Shuffled<T>(IEnumerable<T> rows)
        {
            var array = rows.ToArray();
            random.Shuffle(array);
            return array;
        }

        var shuffled = record with
        {
            Violations = Shuffled(record.Violations),
            Forwardings = Shuffled(record.Forwardings),
            Warnings = Shuffled(record.Warnings),
            PlanRequests = Shuffled(record.PlanRequests),
            Plans = Shuffled(record.Plans),
        };
        Assert.That(Told(Escalate.Decide(Ladder, shuffled)), Is.EqualTo(Told(Escalate.Decide(Ladder, record))));
    }, iter: 2_000);

    [Test]
    public void Reversed_violations_count_for_nothing() => Record.Sample(record =>
    {
        var without = record with { Violations = [.. record.Violations.Where(violation => !violation.Reversed)] };
        Assert.That(Told(Escalate.Decide(Ladder, record)), Is.EqualTo(Told(Escalate.Decide(Ladder, without))));
    }, iter: 2_000);

    [Test]
    public void Points_only_fade_with_time() => Gen.Select(Record, Gen.Int[0, 100], Gen.Int[0, 100]).Sample((record, soon, later) =>
    {
        var quiet = record with { Suspensions = [] };
        var first = Escalate.Decide(Ladder, quiet with { Now = Now + Duration.FromDays(soon) }).Points;
        var second = Escalate.Decide(Ladder, quiet with { Now = Now + Duration.FromDays(soon + later) }).Points;
        Assert.That(second, Is.LessThanOrEqualTo(first));
        Assert.That(Escalate.Decide(Ladder, quiet with { Now = Now + Duration.FromDays(90) }).Points, Is.Zero);
    }, iter: 2_000);

    [TestCase(0, 12)]
    [TestCase(60, 12)]
    [TestCase(75, 6)]
    [TestCase(80, 4)]
    [TestCase(90, 0)]
    public void A_critical_violation_fades_from_its_sixtieth_day_to_its_ninetieth(int days, int points)
    {
        var record = new EscalationRecord { Now = Now, Violations = [new("1", Now - Duration.FromDays(days), Severity.Critical)] };
        Assert.That(Escalate.Decide(Ladder, record).Points, Is.EqualTo(points));
    }

    [Test]
    public void The_generated_records_reach_every_step()
    {
        var reached = new HashSet<EscalationStep?>();
        Record.Sample(record =>
        {
            lock (reached) reached.Add(Escalate.Decide(Ladder, record).Step);
        }, iter: 20_000);
        Assert.That(reached, Is.SupersetOf(Enum.GetValues<EscalationStep>().Cast<EscalationStep?>()));
    }

    private static string Told(Proposal proposal) => string.Join('\n',
        [
            $"{proposal.Title} {proposal.Points} {proposal.NextStep}",
            .. proposal.Facts.Concat(proposal.Missing).Select(fact => $"{fact.Name}|{fact.OnRecord}|{fact.Asked}|{fact.Met}|{fact.Source.Kind}|{string.Join(' ', fact.Source.Refs)}"),
            .. proposal.Steps.Select(step => step.ToString()),
            .. proposal.Waits.Select(wait => wait.ToString()),
        ]);
}
