using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Web.Pages;

/// <summary>The zones that a form offers: the desk's own, UTC, and those of colleagues and customers' contacts.</summary>
public sealed class KnownZones(DeskDatabase database, DeskZone desk)
{
    private const int Most = 20;

    /// <param name="first">A zone to offer before the others; null for none.</param>
    public Task<IReadOnlyList<string>> ListAsync(string? first = null) => database.ReadAsync<IReadOnlyList<string>>(async connection =>
    {
        var known = await connection.QueryAsync<string>("select distinct zone from staff union select distinct zone from contacts order by 1");
        return [.. new[] { first, desk.Id, "UTC" }.OfType<string>().Concat(known).Distinct().Take(Most)];
    });
}
