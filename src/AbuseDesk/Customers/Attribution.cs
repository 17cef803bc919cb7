using System.Globalization;
using NodaTime;

namespace AbuseDesk.Customers;

/// <summary>Who held a place when its content was seen.</summary>
public static class Attribution
{
    /// <summary>
    /// The best of the holdings that cover the place at the instant: the longest URL prefix (or bucket), then the exact host,
    /// then the most specific domain, then the longest IP prefix. Null where nobody held it.
    /// </summary>
    /// <exception cref="DeskException">Two customers held it equally well.</exception>
    public static Holding? Find(Place place, Instant at, IEnumerable<Holding> holdings)
    {
        var best = holdings
            .Where(holding => holding.IsHeldAt(at) && holding.Resource.Covers(place))
            .GroupBy(holding => Rank(holding.Resource))
            .MaxBy(group => group.Key)?
            .OrderBy(holding => holding.Account, StringComparer.Ordinal)
            .ThenBy(holding => holding.From)
            .ToList();
        if (best is null) return null;
        if (best[^1].Account == best[0].Account) return best[0];
        var day = at.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        throw new DeskException(
            $"{Shown.Briefly(place.Key)} was held by {best[0].Account} and by {best[^1].Account} at {day} ({best[0].Resource} and {best[^1].Resource}); correct the customers’ resources first.");
    }

    private static (int Kind, int Length) Rank(Resource resource) => resource.Kind switch
    {
        ResourceKind.Url or ResourceKind.Bucket => (4, resource.Value.TrimEnd('/').Length),
        ResourceKind.Host => (3, 0),
        ResourceKind.Domain => (2, resource.Value.Count(c => c == '.')),
        _ => (1, resource.Range!.PrefixLength),
    };
}
