namespace AbuseDesk.Customers.Import;

/// <summary>A holding and where it stands: its row in the file, or null where it is on record already.</summary>
internal sealed record PlacedHolding(Holding Holding, int? Row);

/// <summary>Refuses that two customers hold the same at the same time.</summary>
internal static class OverlapCheck
{
    /// <exception cref="DeskException">Two do; the sentence names both rows, or the row and who is on record.</exception>
    public static void Run(IEnumerable<PlacedHolding> holdings)
    {
        foreach (var kind in holdings.GroupBy(placed => placed.Holding.Resource.Range is not null))
        {
            if (kind.Key) Ranges(kind);
            else
                foreach (var same in kind.GroupBy(placed => (placed.Holding.Resource.Kind, placed.Holding.Resource.Value)))
                    Compare([.. same]);
        }
    }

    /// <summary>
    /// Blocks of addresses contain each other or have nothing in common: in the order of their first address,
    /// larger first, each can only lie within those that are still open.
    /// </summary>
    private static void Ranges(IEnumerable<PlacedHolding> holdings)
    {
        var open = new List<PlacedHolding>();
        foreach (var placed in holdings
            .OrderBy(placed => placed.Holding.Resource.Range!.From, StringComparer.Ordinal)
            .ThenByDescending(placed => placed.Holding.Resource.Range!.To, StringComparer.Ordinal))
        {
            open.RemoveAll(outer => !outer.Holding.Resource.Overlaps(placed.Holding.Resource));
            foreach (var outer in open) Refuse(outer, placed);
            open.Add(placed);
        }
    }

    private static void Compare(List<PlacedHolding> same)
    {
        for (var i = 0; i < same.Count; i++)
            for (var j = i + 1; j < same.Count; j++)
                Refuse(same[i], same[j]);
    }

    private static void Refuse(PlacedHolding one, PlacedHolding other)
    {
        // two that are on record cannot be mended by this file
        if ((one.Row ?? other.Row) is null || !one.Holding.Conflicts(other.Holding)) return;
        var (late, early) = (one.Row ?? 0) > (other.Row ?? 0) ? (one, other) : (other, one);
        var before = early.Row is { } row ? $"row {row}, {early.Holding.Account}" : $"what is on record, {early.Holding.Account}";
        throw new DeskException(
            $"Row {late.Row}, column value: {late.Holding.Resource} of {late.Holding.Account} overlaps {before} with {early.Holding.Resource} at the same time; end one of them with held_to.");
    }
}
