using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates.Words;

namespace AbuseDesk.Notices.Gathering;

/// <summary>The words of the policy folder: conduct by topic, meaning by severity, criteria for plans. Read when asked for.</summary>
public sealed class PolicyWords(DeskSettings settings)
{
    /// <summary>How a topic is worded in a language; null where the file has no words for it.</summary>
    public ConductFacts? Conduct(string topic, string language) =>
        Read<Dictionary<string, Dictionary<string, Conducts>>>("topics.yml").GetValueOrDefault(topic)?.GetValueOrDefault(language) is { } words
            ? new ConductFacts { One = words.One, Many = words.Many }
            : null;

    /// <summary>What a severity means, to follow "they …"; null where the file has no words for it.</summary>
    public string? Meaning(string severity, string language) =>
        Read<Dictionary<string, Dictionary<string, string>>>("severities.yml").GetValueOrDefault(severity)?.GetValueOrDefault(language);

    /// <summary>What a plan is asked to answer, in order.</summary>
    public IReadOnlyList<CriterionFacts> PlanCriteria() =>
        [.. Read<List<Criterion>>("plan-criteria.yml").Select(row => new CriterionFacts { Name = row.Name, Question = row.Question })];

    /// <summary>
    /// The same criteria in another language: the policy's own words where the name is the policy's, and for the question
    /// only while it is asked as the policy asks it. What somebody else wrote stays as it was written.
    /// </summary>
    public CriterionFacts InLanguage(CriterionFacts criterion, string language) =>
        Read<List<Criterion>>("plan-criteria.yml").Find(row => row.Name == criterion.Name) is not { } row || row.Translations.GetValueOrDefault(language) is not { } words
            ? criterion
            : new CriterionFacts { Name = words.Name, Question = criterion.Question == row.Question ? words.Question : criterion.Question };

    private T Read<T>(string file) where T : new()
    {
        var path = Path.Combine(settings.Templates, "policy", file);
        return File.Exists(path)
            ? YamlText.Read<T>($"templates/policy/{file}", File.ReadAllText(path))
            : throw new DeskException($"templates/policy/{file} is missing; put it back from the installation.");
    }

    internal sealed record Conducts
    {
        public string One { get; init; } = "";

        public string Many { get; init; } = "";
    }

    internal sealed record Criterion
    {
        public string Name { get; init; } = "";

        public string Question { get; init; } = "";

        public Dictionary<string, CriterionWords> Translations { get; init; } = [];
    }

    internal sealed record CriterionWords
    {
        public string Name { get; init; } = "";

        public string Question { get; init; } = "";
    }
}
