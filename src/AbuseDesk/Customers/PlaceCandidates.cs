namespace AbuseDesk.Customers;

/// <summary>Every value that a resource which covers a place can have, ranges aside: so that an index finds them.</summary>
internal static class PlaceCandidates
{
    public static IReadOnlyList<string> Of(Place place)
    {
        var values = new HashSet<string>(StringComparer.Ordinal) { place.Host };
        AddDomainsAndBuckets(values, place.Host);
        AddPrefixes(values, place.Key);
        return [.. values];
    }

    /// <summary>a.b.c: the domains b.c and c, and the bucket a at the endpoint b.c.</summary>
    private static void AddDomainsAndBuckets(HashSet<string> values, string host)
    {
        for (var dot = host.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = host.IndexOf('.', dot + 1))
        {
            values.Add(host[(dot + 1)..]);
            values.Add($"{host[(dot + 1)..]}/{host[..dot]}");
        }
    }

    /// <summary>Every beginning that ends where a part of the path does, with and without the slash.</summary>
    private static void AddPrefixes(HashSet<string> values, string key)
    {
        var path = key.Split('?')[0];
        values.Add(path);
        values.Add(path + "/");
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            values.Add(path[..slash]);
            values.Add(path[..(slash + 1)]);
        }
    }
}
