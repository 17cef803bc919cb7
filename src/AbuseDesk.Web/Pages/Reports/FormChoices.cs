using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Notices.Gathering;
using AbuseDesk.Terms;
using NodaTime;

namespace AbuseDesk.Web.Pages.Reports;

/// <summary>A severity to choose, and what it means.</summary>
public sealed record SeverityChoice(string Word, string? Meaning);

/// <summary>What the form of a report lets people choose from.</summary>
public sealed class FormChoices(DeskDatabase database, PolicyWords words, ItemViolations conduct, ConductTopics topics)
{
    public IReadOnlyList<SeverityChoice> Severities() =>
        [.. Words.All<Severity>().Select(word => new SeverityChoice(word, words.Meaning(word, "en") is { } meaning ? $"Items that {meaning}" : null))];

    /// <summary>The clauses about conduct in force when the content was seen; none where no terms were.</summary>
    public Task<IReadOnlyList<Clause>> ClausesAsync(Instant seen) => conduct.ClausesAsync(seen);

    /// <exception cref="DeskException">There is no such clause, it is not about conduct, or none is named.</exception>
    public async Task CheckClauseAsync(string? number, Instant seen)
    {
        if (string.IsNullOrWhiteSpace(number)) throw new DeskException("No clause is chosen; choose the one that the content breaks.");
        topics.Demand(await database.ReadAsync(connection => ClausesInForce.GetClauseAsync(connection, number, seen)));
    }
}
