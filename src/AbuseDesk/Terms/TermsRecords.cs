using System.Data.Common;
using System.Globalization;
using Dapper;
using NodaTime;

namespace AbuseDesk.Terms;

/// <summary>Queries about versions of the terms; they take any connection, also the one of a running transaction.</summary>
public static class TermsRecords
{
    private const string Select =
        """
        select v.id, v.version, v.title, v.effective_at, v.effective_local, v.effective_zone, v.document_sha256, v.contract_paths,
          v.published_at, v.published_by,
          (select min(later.effective_at) from terms_versions later where later.effective_at > v.effective_at) as in_force_until
        from terms_versions v
        """;

    /// <summary>All versions, the latest first.</summary>
    public static async Task<IReadOnlyList<TermsVersion>> ListAsync(DbConnection connection) =>
        (await connection.QueryAsync<TermsVersion>($"{Select} order by v.effective_at desc")).AsList();

    public static Task<TermsVersion?> FindAsync(DbConnection connection, string version) =>
        connection.QuerySingleOrDefaultAsync<TermsVersion>($"{Select} where v.version = @version", new { version });

    /// <exception cref="DeskException">No such version; the sentence lists those there are.</exception>
    public static async Task<TermsVersion> GetAsync(DbConnection connection, string version)
    {
        if (await FindAsync(connection, version.Trim()) is { } found) return found;
        var known = await connection.QueryAsync<string>("select version from terms_versions order by effective_at desc limit 10");
        throw new DeskException($"There is no version “{Shown.Briefly(version)}” of the terms; published are {Listed(known)}.");
    }

    public static Task<TermsVersion?> FindInForceAsync(DbConnection connection, Instant at) =>
        connection.QuerySingleOrDefaultAsync<TermsVersion>(
            $"{Select} where v.effective_at = (select max(effective_at) from terms_versions where effective_at <= @at)", new { at });

    /// <exception cref="DeskException">No terms were in force then.</exception>
    public static async Task<TermsVersion> GetInForceAsync(DbConnection connection, Instant at)
    {
        if (await FindInForceAsync(connection, at) is { } found) return found;
        var first = await connection.QueryFirstOrDefaultAsync<string>("select version from terms_versions order by effective_at limit 1");
        var day = at.ToString("uuuu-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        throw new DeskException(first is null
            ? "No terms are published; publish them first with “abusedesk terms publish FILE.md”."
            : $"No terms were in force at {day}; the earliest published version is {first}, so publish the one before it or correct the time.");
    }

    private static string Listed(IEnumerable<string> versions) => string.Join(", ", versions) is { Length: > 0 } list ? list : "none";
}
