using AbuseDesk.Notices.Facts;
using AbuseDesk.Terms;

namespace AbuseDesk.Notices.Gathering;

/// <summary>The contract's ways to suspend, from the terms in force at the date of the notice, and the proof of the one taken.</summary>
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
        var cure = Path(terms, paths, "cure");
        var immediate = Path(terms, paths, "immediate");
        var taken = chosen == "cure" ? cure : immediate;
        return new ContractFacts
        {
            Version = TermsGathering.VersionMoment(context, terms),
            Cure = Clause(context, terms, cure),
            Immediate = Clause(context, terms, immediate),
            CureDays = cure.CureDays,
            DaysGiven = chosen == "cure" && context.Notice.EffectiveAt is { } effective ? (int)(effective - context.Date).TotalDays : null,
            Chosen = chosen == "cure" ? ContractPath.Cure : ContractPath.Immediate,
            Preconditions = [.. taken.Preconditions.Select(precondition => Precondition(context, policy, labels, precondition, terms))],
        };
    }

    private static PathInTerms Path(TermsRow terms, IReadOnlyList<PathInTerms> paths, string id) =>
        paths.FirstOrDefault(path => path.Id == id)
        ?? throw new DeskException($"The terms of {terms.Version} name no path “{id}”; a suspension must rest on one that they name.");

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
