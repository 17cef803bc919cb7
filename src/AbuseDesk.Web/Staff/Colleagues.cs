using AbuseDesk.Database;
using Dapper;

namespace AbuseDesk.Web.Staff;

public sealed record Colleague
{
    public required string Login { get; init; }

    public required string Name { get; init; }
}

/// <summary>The people that a case can be given to, and the names behind logins.</summary>
public sealed class Colleagues(DeskDatabase database)
{
    public Task<IReadOnlyList<Colleague>> WhoWorkOnCasesAsync() => database.ReadAsync<IReadOnlyList<Colleague>>(async connection =>
        (await connection.QueryAsync<Colleague>(
            "select login, name from staff where not disabled and (' ' || roles || ' ' like '% agent %' or ' ' || roles || ' ' like '% lead %') order by name")).AsList());

    /// <summary>Who can review the notices of an author.</summary>
    public Task<IReadOnlyList<Colleague>> WhoReviewNoticesOfAsync(string author) => database.ReadAsync<IReadOnlyList<Colleague>>(async connection =>
        (await connection.QueryAsync<Colleague>(
            "select login, name from staff where not disabled and ' ' || roles || ' ' like '% legal %' and login <> @author order by name", new { author })).AsList());

    /// <summary>The names behind all logins.</summary>
    public Task<IReadOnlyDictionary<string, string>> NamesAsync() => database.ReadAsync<IReadOnlyDictionary<string, string>>(async connection =>
        (await connection.QueryAsync<Colleague>("select login, name from staff")).ToDictionary(person => person.Login, person => person.Name));

    /// <summary>The name behind a login; the login itself where nobody has it.</summary>
    public async Task<string> NameOfAsync(string login) => await database.ReadAsync(connection =>
        connection.QuerySingleOrDefaultAsync<string>("select name from staff where login = @login", new { login })) ?? login;
}
