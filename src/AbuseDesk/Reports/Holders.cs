using AbuseDesk.Customers;
using AbuseDesk.Database;
using NodaTime;

namespace AbuseDesk.Reports;

/// <summary>Whose content a filing is about. Remembers what it read by host, as an import names the same hosts again and again.</summary>
internal sealed class Holders
{
    private readonly Dictionary<string, IReadOnlyList<Holding>> byHost = [];
    private readonly Dictionary<string, long> idsByAccount = [];

    /// <exception cref="DeskException">No such account, or nobody held the place then.</exception>
    public async Task<long> GetAsync(DeskTransaction tx, string? account, Place place, Instant at)
    {
        if (!string.IsNullOrWhiteSpace(account)) return await IdAsync(tx, account.Trim());
        if (!byHost.TryGetValue(place.Host, out var holdings)) byHost[place.Host] = holdings = await CandidatesAsync(tx, place);
        var holding = Attribution.Find(place, at, holdings)
            ?? throw new DeskException($"No customer held {Shown.Briefly(place.Host)} when the content was seen; check address and time, or name the customer.");
        return await IdAsync(tx, holding.Account);
    }

    private async Task<long> IdAsync(DeskTransaction tx, string account)
    {
        if (idsByAccount.TryGetValue(account, out var known)) return known;
        var id = await tx.FindAsync<long?>("select id from customers where account = @account", new { account })
            ?? throw new DeskException($"There is no customer “{Shown.Briefly(account)}”; check the account reference, such as A-1042.");
        return idsByAccount[account] = id;
    }

    private static async Task<IReadOnlyList<Holding>> CandidatesAsync(DeskTransaction tx, Place place)
    {
        var dot = place.Host.IndexOf('.', StringComparison.Ordinal);
        var rows = await tx.QueryAsync<Row>(
            $"""
            select c.account, r.kind, r.value, r.held_from, r.held_to
            from resources r join customers c on c.id = r.customer_id
            where (r.kind in ('host', 'domain') and r.value {tx.Dialect.InList("@names")})
              or (r.kind = 'range' and r.range_from <= @hex and r.range_to >= @hex)
              or (r.kind in ('url', 'bucket') and (r.value like @beneath or r.value = @bucket))
            """,
            new
            {
                names = Names(place.Host).ToArray(),
                hex = place.Address is null ? null : AddressRange.Hex(place.Address),
                beneath = (place.Host.Contains(':', StringComparison.Ordinal) ? $"[{place.Host}]" : place.Host) + "%",
                bucket = dot < 0 ? null : $"{place.Host[(dot + 1)..]}/{place.Host[..dot]}",
            });
        return [.. rows.Select(row => new Holding(row.Account, Resource.Parse(Words.Parse<ResourceKind>(row.Kind), row.Value), row.HeldFrom, row.HeldTo))];
    }

    /// <summary>The host and every domain that it may lie in.</summary>
    private static IEnumerable<string> Names(string host)
    {
        yield return host;
        for (var dot = host.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = host.IndexOf('.', dot + 1))
            yield return host[(dot + 1)..];
    }

    private sealed record Row
    {
        public required string Account { get; init; }

        public required string Kind { get; init; }

        public required string Value { get; init; }

        public required Instant HeldFrom { get; init; }

        public Instant? HeldTo { get; init; }
    }
}
