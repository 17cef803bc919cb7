using AbuseDesk.Terms;

namespace AbuseDesk.Cases;

/// <summary>Which clauses content can break: those whose topic the policy lists as conduct. Read when asked for.</summary>
public sealed class ConductTopics(DeskSettings settings)
{
    /// <summary>Pictures of content that was ever found to break a clause of this topic are shown to nobody.</summary>
    public const string NeverShown = "minors";

    /// <summary>The clauses that content can break, in their order.</summary>
    public IReadOnlyList<Clause> Among(IEnumerable<Clause> clauses)
    {
        var topics = Read();
        return [.. clauses.Where(clause => topics.Contains(clause.Topic))];
    }

    /// <exception cref="DeskException">The clause is about something else: parties, fees, the paths to a suspension.</exception>
    public void Demand(Clause clause)
    {
        if (Read().Contains(clause.Topic)) return;
        throw new DeskException(
            $"Clause {clause.Number} {clause.Heading} is not about conduct, so content cannot break it; choose another, or add its topic “{clause.Topic}” to templates/policy/topics.yml.");
    }

    private HashSet<string> Read() => [.. PolicyNode.Load(Path.Combine(settings.Templates, "policy", "topics.yml")).Keys];
}
