using System.Data.Common;
using Dapper;
using NodaTime;

namespace AbuseDesk.Staff.Absences;

/// <summary>Queries about absences; they take any connection, also the one of a running transaction.</summary>
public static class AbsenceRecords
{
    private const string Select =
        """
        select a.id, a.login, p.name, a.substitute, s.name as substitute_name, a.from_date, a.until_date, a.from_at, a.until_at
        from absences a join staff p on p.login = a.login join staff s on s.login = a.substitute
        where a.ended_at is null
        """;

    /// <summary>Everybody who is away at an instant, and whose substitute can act.</summary>
    public static async Task<IReadOnlyList<Absence>> AtAsync(DbConnection connection, Instant at) =>
        (await connection.QueryAsync<Absence>($"{Select} and a.from_at <= @at and a.until_at > @at and not s.disabled order by a.login, a.id", new { at })).AsList();

    /// <summary>What is not over yet, the first first.</summary>
    public static async Task<IReadOnlyList<Absence>> AheadAsync(DbConnection connection, Instant now) =>
        (await connection.QueryAsync<Absence>($"{Select} and a.until_at > @now order by a.from_at, a.login", new { now })).AsList();

    /// <summary>
    /// The absence of a person, with the one who stands in at the end: a substitute may be away too, and have a substitute. Null where
    /// the person is there, or nobody is there to stand in.
    /// </summary>
    public static async Task<Absence?> StandInAsync(DbConnection connection, string? login, Instant at)
    {
        var away = (await AtAsync(connection, at)).GroupBy(absence => absence.Login).ToDictionary(rows => rows.Key, rows => rows.Last());
        if (login is null || !away.TryGetValue(login, out var first))
            return null;
        var last = first;
        for (var hops = 0; away.TryGetValue(last.Substitute, out var next); hops++)
        {
            if (hops > away.Count)
                return null;
            last = next;
        }

        return last.Substitute == login ? null : first with { Substitute = last.Substitute, SubstituteName = last.SubstituteName };
    }
}
