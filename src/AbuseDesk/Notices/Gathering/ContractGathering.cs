using AbuseDesk.Notices.Facts;
using AbuseDesk.Terms;
using NodaTime;

namespace AbuseDesk.Notices.Gathering;

/// <summary>The contract's ways to the measure, from the terms in force at the date of the notice, and the proof of the one taken.</summary>
internal static class ContractGathering
{
    /// <summary>Null for notices without a measure.</summary>
    /// <exception cref="DeskException">The terms in force do not name the path.</exception>
    public static ContractFacts? Contract(GatheringContext context, PolicyWords policy, DocumentLabels labels)
    {
        if (context.Notice.ContractPath is not { } chosen)
            return null;
        var terms = context.File.TermsAt(context.Date);
        var paths = PathInTerms.ListFrom(terms.ContractPaths);
        var way = Words.Parse<ContractPath>(chosen);
        var ends = way == ContractPath.Termination;
        // a suspension sets its two paths against each other; the end of the contract has one
        var cure = ends ? null : Path(terms, paths, ContractPath.Cure);
        var immediate = ends ? null : Path(terms, paths, ContractPath.Immediate);
        var taken = Path(terms, paths, way);
        return new ContractFacts
        {
            Version = TermsGathering.VersionMoment(context, terms),
            Cure = cure is null ? null : Clause(context, terms, cure),
            Immediate = immediate is null ? null : Clause(context, terms, immediate),
            Termination = ends ? Clause(context, terms, taken) : null,
            CureDays = cure?.CureDays ?? 0,
            NoticeDays = taken.NoticeDays,
            WorkingDays = taken.WorkingDays,
            DaysGiven = taken.Period.Days > 0 && context.Notice.EffectiveAt is { } effective ? Days(context, effective) : null,
            Chosen = way,
            Preconditions = [.. taken.Preconditions.Select(precondition => Precondition(context, policy, labels, precondition, terms))],
        };
    }

    private static PathInTerms Path(TermsRow terms, IReadOnlyList<PathInTerms> paths, ContractPath way) =>
        paths.FirstOrDefault(path => path.Id == Words.Of(way))
        ?? throw new DeskException($"The terms of {terms.Version} name no path “{Words.Of(way)}”; a {(way == ContractPath.Termination ? "termination" : "suspension")} must rest on one that they name.");

    private static int Days(GatheringContext context, Instant effective)
    {
        var zone = Zones.Get(context.DeskZone);
        return Period.Between(context.Date.InZone(zone).Date, effective.InZone(zone).Date, PeriodUnits.Days).Days;
    }

    private static ClauseFacts Clause(GatheringContext context, TermsRow terms, PathInTerms path) =>
        TermsGathering.Clause(context.File.Clauses.Values.Single(clause => clause.TermsVersionId == terms.Id && clause.Number == path.Clause));

    private static PreconditionFacts Precondition(
        GatheringContext context, PolicyWords policy, DocumentLabels labels, ContractPrecondition precondition, TermsRow terms)
    {
        var kind = precondition.Fact switch
        {
            "critical_content" => PreconditionKind.Danger,
            "written_warning" => PreconditionKind.Warning,
            "no_adequate_plan" => PreconditionKind.Plan,
            "suspension_in_effect" => PreconditionKind.Suspension,
            _ => PreconditionKind.Other,
        };
        return new PreconditionFacts
        {
            Marker = $"({precondition.Id})",
            Title = precondition.Label,
            Kind = kind,
            Danger = kind == PreconditionKind.Danger ? Danger(context, policy, precondition, terms) : null,
            Statement = kind == PreconditionKind.Other ? precondition.Label : null,
            Exhibits = Exhibits(context, labels, kind),
        };
    }

    private static IReadOnlyList<string> Exhibits(GatheringContext context, DocumentLabels labels, PreconditionKind kind)
    {
        var last = (string sent) => context.File.Sent.LastOrDefault(row => row.Kind == sent) is { } row ? labels.OfSent(row) : null;
        IEnumerable<string?> exhibits = kind switch
        {
            PreconditionKind.Danger => [labels.OfChecks],
            PreconditionKind.Warning => [last("warning")],
            PreconditionKind.Plan => [last("plan-request"), labels.OfPlan, labels.OfAssessment],
            PreconditionKind.Suspension => [last("suspension")],
            _ => [],
        };
        return [.. exhibits.OfType<string>()];
    }

    /// <summary>Only items under the clause that the precondition names, in the version that names it, count.</summary>
    private static DangerFacts Danger(GatheringContext context, PolicyWords policy, ContractPrecondition precondition, TermsRow terms)
    {
        var clause = context.File.Clauses.Values.Single(row => row.TermsVersionId == terms.Id && row.Topic == precondition.Topic);
        var under = context.Items.Where(item => item.ClauseId == clause.Id).ToList();
        var severe = under.Where(item => item.Severity == "critical").ToList();
        return new DangerFacts
        {
            Clause = clause.Number,
            Items = under.Count,
            Severity = "critical",
            Meaning = policy.Meaning("critical", context.Notice.Language),
            Severe = severe.Count,
            SevereStillUp = severe.Count(item => item.State == "still-up"),
        };
    }
}
