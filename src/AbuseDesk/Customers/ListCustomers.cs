using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Customers;

/// <summary>A customer in the list, with what goes on about it.</summary>
public sealed record CustomerListRow
{
    public required string Account { get; init; }

    public required string Name { get; init; }

    public required long OpenCases { get; init; }

    /// <summary>Items filed in the last <see cref="ListCustomers.RecentDays"/> days.</summary>
    public required long RecentItems { get; init; }
}

/// <summary>Customers by account, with their open cases and recent items.</summary>
public sealed class ListCustomers(DeskDatabase database)
{
    public const int RecentDays = 90;

    /// <param name="text">Part of the name or account, in any case of letters; null or empty for all.</param>
    /// <param name="after">The last account of the page before; null for the first page.</param>
    /// <param name="count">Rows at most.</param>
    public Task<IReadOnlyList<CustomerListRow>> RunAsync(string? text, string? after, int count)
    {
        var part = (text ?? "").Trim().ToLowerInvariant();
        var named = part.Length == 0 ? "" : "and (lower(c.name) like @like escape '!' or lower(c.account) like @like escape '!')";
        var parameters = new { after = after ?? "", count, like = $"%{Escaped(part)}%", since = database.Now - Duration.FromDays(RecentDays) };
        return database.ReadAsync<IReadOnlyList<CustomerListRow>>(async connection => (await connection.QueryAsync<CustomerListRow>(
            $"""
            select c.account, c.name,
              (select count(*) from cases k where k.customer_id = c.id and k.status = 'open') as open_cases,
              (select count(*) from items i where i.customer_id = c.id and i.filed_at >= @since) as recent_items
            from customers c
            where c.account > @after {named}
            order by c.account
            limit @count
            """,
            parameters)).AsList());
    }

    private static string Escaped(string part) =>
        part.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
