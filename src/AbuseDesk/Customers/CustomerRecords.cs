using System.Data.Common;
using Dapper;
using NodaTime;

namespace AbuseDesk.Customers;

/// <summary>Queries about customers; they take any connection, also the one of a running transaction.</summary>
public static class CustomerRecords
{
    private const string SelectResources =
        """
        select r.id, r.customer_id, c.account, r.kind, r.value, r.held_from, r.held_to
        from resources r
        join customers c on c.id = r.customer_id
        """;

    public static Task<CustomerRow?> FindAsync(DbConnection connection, string account) =>
        connection.QuerySingleOrDefaultAsync<CustomerRow>(
            "select id, account, name, created_at, version from customers where account = @account", new { account });

    /// <exception cref="DeskException">No such customer.</exception>
    public static async Task<CustomerRow> GetAsync(DbConnection connection, string account) =>
        await FindAsync(connection, account.Trim())
        ?? throw new DeskException($"There is no customer “{Shown.Briefly(account)}”; check the account number or import the customer.");

    public static Task<CustomerRow> GetByIdAsync(DbConnection connection, long id) =>
        connection.QuerySingleAsync<CustomerRow>("select id, account, name, created_at, version from customers where id = @id", new { id });

    /// <summary>The next customers by account.</summary>
    /// <param name="connection">Any.</param>
    /// <param name="afterAccount">The last account of the page before; empty for the first page.</param>
    /// <param name="limit">Rows at most.</param>
    public static async Task<IReadOnlyList<CustomerRow>> ListAsync(DbConnection connection, string afterAccount, int limit) =>
        (await connection.QueryAsync<CustomerRow>(
            """
            select id, account, name, created_at, version
            from customers
            where account > @afterAccount
            order by account
            limit @limit
            """,
            new { afterAccount, limit })).AsList();

    /// <summary>By role (abuse, legal, owner), then address.</summary>
    public static async Task<IReadOnlyList<ContactRow>> ContactsAsync(DbConnection connection, long customerId) =>
        (await connection.QueryAsync<ContactRow>(
            """
            select id, customer_id, role, name, email, locale, zone, bounced_at, bounce_reason
            from contacts
            where customer_id = @customerId
            order by role, email
            """,
            new { customerId })).AsList();

    /// <summary>All that the customer has held, by kind and value; with an instant, what it held then.</summary>
    public static async Task<IReadOnlyList<ResourceRow>> ResourcesAsync(DbConnection connection, long customerId, Instant? at = null)
    {
        var held = at is null ? "" : "and r.held_from <= @At and (r.held_to is null or r.held_to > @At)";
        return (await connection.QueryAsync<ResourceRow>(
            $"{SelectResources} where r.customer_id = @customerId {held} order by r.kind, r.value, r.held_from",
            new { customerId, At = at ?? default })).AsList();
    }

    /// <summary>Everything that anybody has ever held, in the order it was recorded.</summary>
    internal static async Task<IReadOnlyList<ResourceRow>> AllResourcesAsync(DbConnection connection) =>
        (await connection.QueryAsync<ResourceRow>($"{SelectResources} order by r.id")).AsList();
}
