namespace AbuseDesk.Terms;

/// <summary>Reads the contract paths of the front matter and holds them against the clauses.</summary>
internal static class TermsPaths
{
    public static IReadOnlyList<PathInTerms> Read(PolicyNode front, IReadOnlyList<ClauseText> clauses)
    {
        if (!front.Has("paths")) return [];
        List<PathInTerms> paths = [.. front.Maps("paths").Select(node => ReadPath(node, clauses))];
        return paths.Select(path => path.Id).Distinct().Count() == paths.Count
            ? paths
            : throw front.Wrong("paths", "a list that names each id once");
    }

    private static PathInTerms ReadPath(PolicyNode node, IReadOnlyList<ClauseText> clauses)
    {
        var id = node.Text("id");
        if (!Words.TryParse<ContractPath>(id, out var known)) throw node.Wrong("id", $"one of {string.Join(", ", Words.All<ContractPath>())}");
        var path = new PathInTerms
        {
            Id = id,
            Clause = node.Text("clause"),
            Title = node.Text("title"),
            CureDays = known == ContractPath.Termination ? 0 : node.Number("cure_days"),
            NoticeDays = known == ContractPath.Termination ? node.Number("notice_days") : 0,
            WorkingDays = node.Has("working_days") ? node.Text("working_days") : null,
            Preconditions = node.Has("preconditions") ? [.. node.Maps("preconditions").Select(inner => ReadPrecondition(inner, clauses))] : [],
        };
        node.Done();
        return clauses.Any(clause => clause.Number == path.Clause)
            ? path
            : throw node.Wrong("clause", $"the number of a clause of this document, and {Shown.Briefly(path.Clause)} is none");
    }

    private static ContractPrecondition ReadPrecondition(PolicyNode node, IReadOnlyList<ClauseText> clauses)
    {
        var precondition = new ContractPrecondition
        {
            Id = node.Text("id"),
            Fact = node.Text("fact"),
            Topic = node.Text("topic"),
            Label = node.Text("label"),
        };
        node.Done();
        return clauses.Any(clause => clause.Topic == precondition.Topic)
            ? precondition
            : throw node.Wrong("topic", $"the key of a clause of this document, and {Shown.Briefly(precondition.Topic)} is none");
    }
}
