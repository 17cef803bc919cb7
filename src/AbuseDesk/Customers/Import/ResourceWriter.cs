using AbuseDesk.Database;

namespace AbuseDesk.Customers.Import;

internal static class ResourceWriter
{
    /// <exception cref="DeskException">Two customers would hold the same at the same time.</exception>
    public static async Task<(int Added, int Changed)> WriteAsync(
        DeskTransaction tx, IReadOnlyList<ResourceLine> lines, IReadOnlyDictionary<string, long> ids)
    {
        if (lines.Count == 0) return (0, 0);
        var known = (await CustomerRecords.AllResourcesAsync(tx.Connection)).ToDictionary(row => (row.Account, row.Kind, row.Value, row.HeldFrom));
        var named = lines.Select(line => line.Key).ToHashSet();
        OverlapCheck.Run(
        [
            .. known.Where(pair => !named.Contains(pair.Key)).Select(pair => new PlacedHolding(pair.Value.Holding, null)),
            .. lines.Select(line => new PlacedHolding(line.Holding, line.Row)),
        ]);
        var (added, changed) = (0, 0);
        foreach (var line in lines)
        {
            if (!known.TryGetValue(line.Key, out var before)) added += await InsertAsync(tx, ids[line.Account], line);
            else if (before.HeldTo != line.HeldTo) changed += await tx.ExecuteAsync("update resources set held_to = @HeldTo where id = @Id", new { line.HeldTo, before.Id });
        }

        return (added, changed);
    }

    private static Task<int> InsertAsync(DeskTransaction tx, long customerId, ResourceLine line) => tx.ExecuteAsync(
        """
        insert into resources (customer_id, kind, value, range_from, range_to, prefix_length, held_from, held_to)
        values (@customerId, @Kind, @Value, @From, @To, @PrefixLength, @HeldFrom, @HeldTo)
        """,
        new
        {
            customerId,
            Kind = Words.Of(line.Resource.Kind),
            line.Resource.Value,
            line.Resource.Range?.From,
            line.Resource.Range?.To,
            line.Resource.Range?.PrefixLength,
            line.HeldFrom,
            line.HeldTo,
        });
}
