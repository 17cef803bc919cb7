using System.Data.Common;
using AbuseDesk.Database;
using Dapper;
using NodaTime;

namespace AbuseDesk.Customers;

/// <summary>The customer that held a place, and by which of its resources.</summary>
public sealed record Holder(long CustomerId, Holding Holding)
{
    public string Account => Holding.Account;
}

/// <summary>Says which customer held a place when its content was seen.</summary>
public sealed class AttributeLocation(DeskDatabase database)
{
    /// <param name="place">A location's <c>Place</c>.</param>
    /// <param name="at">When the content was seen there.</param>
    /// <param name="cancel">Stops the query.</param>
    /// <returns>Null where no customer held it.</returns>
    /// <exception cref="DeskException">Two customers held it equally well.</exception>
    public Task<Holder?> RunAsync(Place place, Instant at, CancellationToken cancel = default) =>
        database.ReadAsync(connection => FindAsync(connection, database.Dialect, place, at), cancel);

    /// <summary>The same inside another act's transaction.</summary>
    public static Task<Holder?> FindAsync(DeskTransaction tx, Place place, Instant at) => FindAsync(tx.Connection, tx.Dialect, place, at);

    private static async Task<Holder?> FindAsync(DbConnection connection, Dialect dialect, Place place, Instant at)
    {
        var hex = place.Address is null ? null : AddressRange.Hex(place.Address);
        var ranges = hex is null ? "" : "union all select * from held where kind = 'range' and range_from <= @hex and range_to >= @hex";
        var rows = (await connection.QueryAsync<ResourceRow>(
            $"""
             with held as (
               select r.id, r.customer_id, c.account, r.kind, r.value, r.held_from, r.held_to, r.range_from, r.range_to
               from resources r
               join customers c on c.id = r.customer_id
               where r.held_from <= @at and (r.held_to is null or r.held_to > @at))
             select * from held where kind {dialect.InList("@kinds")} and value {dialect.InList("@values")}
             {ranges}
             """,
            new { at, hex, kinds = NamedKinds, values = PlaceCandidates.Of(place).ToArray() })).AsList();
        var holding = Attribution.Find(place, at, rows.Select(row => row.Holding));
        return holding is null ? null : new Holder(rows.First(row => row.Account == holding.Account).CustomerId, holding);
    }

    private static string[] NamedKinds { get; } =
        [.. new[] { ResourceKind.Domain, ResourceKind.Host, ResourceKind.Url, ResourceKind.Bucket }.Select(Words.Of)];
}
