using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using NodaTime;

namespace AbuseDesk.Terms;

/// <summary>Which clause was in force at an instant. Takes any connection, also the one of a running transaction.</summary>
public static partial class ClausesInForce
{
    private const int MostNear = 5;

    private const string Select =
        """
        select c.id, c.terms_version_id, v.version, v.title as terms_title, v.effective_at, c.ordinal, c.number, c.heading, c.topic, c.body,
          (select min(later.effective_at) from terms_versions later where later.effective_at > v.effective_at) as in_force_until
        from clauses c
        join terms_versions v on v.id = c.terms_version_id
        """;

    private const string InForce = "v.effective_at = (select max(effective_at) from terms_versions where effective_at <= @at)";

    /// <param name="connection">Any.</param>
    /// <param name="number">"7.4"; "§ 7.4" and "clause 7.4" are understood.</param>
    /// <param name="at">When the content was seen.</param>
    /// <exception cref="DeskException">No such clause then: the sentence names the version in force and the clauses near it.</exception>
    public static async Task<Clause> GetClauseAsync(DbConnection connection, string number, Instant at)
    {
        var wanted = Adornment().Replace(number, "").TrimEnd('.', ' ');
        var found = await connection.QuerySingleOrDefaultAsync<Clause>($"{Select} where {InForce} and c.number = @wanted", new { at, wanted });
        if (found is not null) return found;
        var terms = await TermsRecords.GetInForceAsync(connection, at);
        var near = (await OfVersionAsync(connection, terms.Id))
            .OrderByDescending(clause => CommonStart(clause.Number, wanted))
            .ThenBy(clause => clause.Ordinal)
            .Take(MostNear)
            .OrderBy(clause => clause.Ordinal)
            .Select(clause => $"{clause.Number} {clause.Heading}");
        var day = at.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        throw new DeskException(
            $"There is no clause “{Shown.Briefly(wanted)}” in the terms of {terms.Version}, which were in force on {day}; near it are {string.Join(", ", near)}.");
    }

    /// <summary>The clause on the same subject, whatever its number then; null where the version has none.</summary>
    public static Task<Clause?> FindByTopicAsync(DbConnection connection, string topic, Instant at) =>
        connection.QuerySingleOrDefaultAsync<Clause>($"{Select} where {InForce} and c.topic = @topic", new { at, topic });

    public static Task<Clause?> FindByIdAsync(DbConnection connection, long id) =>
        connection.QuerySingleOrDefaultAsync<Clause>($"{Select} where c.id = @id", new { id });

    /// <summary>All clauses of a version, in the order of the document.</summary>
    public static async Task<IReadOnlyList<Clause>> OfVersionAsync(DbConnection connection, long termsVersionId) =>
        (await connection.QueryAsync<Clause>($"{Select} where c.terms_version_id = @termsVersionId order by c.ordinal", new { termsVersionId })).AsList();

    /// <summary>
    /// The clauses in force that have all the words in number, heading, topic or text; those that have them in number
    /// or heading come first. Without words, all of them. Empty where no terms were in force.
    /// </summary>
    public static async Task<IReadOnlyList<Clause>> SearchAsync(DbConnection connection, Instant at, string words)
    {
        // a version has some dozen clauses: comparing them here ignores case in every script, which SQLite does not
        var clauses = await connection.QueryAsync<Clause>($"{Select} where {InForce} order by c.ordinal", new { at });
        var wanted = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. clauses
                .Where(clause => Has(wanted, clause.Number, clause.Heading, clause.Topic, clause.Body))
                .OrderBy(clause => Has(wanted, clause.Number, clause.Heading) ? 0 : 1)
                .ThenBy(clause => clause.Ordinal),
        ];
    }

    private static bool Has(string[] words, params string[] texts) =>
        words.All(word => texts.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static int CommonStart(string one, string other) => one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();

    [GeneratedRegex(@"^\s*(?:clause|§)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Adornment();
}
