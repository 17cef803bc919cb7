using System.Text.RegularExpressions;

namespace AbuseDesk.Customers;

/// <summary>
/// Something a customer holds. <see cref="Value"/> is its one spelling: a block, a host in punycode, or a URL prefix
/// without scheme; <see cref="Range"/> is set for ranges only.
/// </summary>
public sealed partial record Resource(ResourceKind Kind, string Value, AddressRange? Range)
{
    /// <exception cref="DeskException">The text is no resource of that kind.</exception>
    public static Resource Parse(ResourceKind kind, string text) => kind switch
    {
        ResourceKind.Range => OfRange(AddressRange.Parse(text)),
        ResourceKind.Domain or ResourceKind.Host => new Resource(kind, Name(text, kind), null),
        ResourceKind.Url => new Resource(kind, UrlPrefix(text), null),
        ResourceKind.Bucket => new Resource(kind, Bucket(text), null),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of resource."),
    };

    public bool Covers(Place place) => Kind switch
    {
        ResourceKind.Range => place.Address is not null && Range!.Contains(place.Address),
        ResourceKind.Domain => place.Host == Value || place.Host.EndsWith("." + Value, StringComparison.Ordinal),
        ResourceKind.Host => place.Host == Value,
        ResourceKind.Url => StartsWithPath(place.Key, Value),
        _ => BucketCovers(place),
    };

    /// <summary>
    /// Whether both cannot be held by two customers at once: ranges that share an address, or the same name.
    /// A host inside another customer's domain is no overlap, as the more specific one is meant.
    /// </summary>
    public bool Overlaps(Resource other) =>
        Range is not null && other.Range is not null ? Range.Overlaps(other.Range) : Kind == other.Kind && Value == other.Value;

    public override string ToString() => $"{Words.Of(Kind)} {Value}";

    private static Resource OfRange(AddressRange range) => new(ResourceKind.Range, range.Text, range);

    private static string Name(string text, ResourceKind kind)
    {
        var clean = text.Trim();
        if (clean.StartsWith("*.", StringComparison.Ordinal) && kind == ResourceKind.Domain) clean = clean[2..];
        var host = HostName.Parse(clean);
        return host.Address is null
            ? host.Ascii
            : throw new DeskException($"“{Shown.Briefly(text)}” is an IP address; enter it as a range, not as a {Words.Of(kind)}.");
    }

    private static string UrlPrefix(string text)
    {
        var parts = UrlParts.Parse(text.Trim());
        if (parts.Query.Length > 0)
            throw new DeskException($"“{Shown.Briefly(text)}” has a query; a URL that a customer holds ends before the question mark.");
        var usual = parts.Scheme == "http" || (parts.Scheme is null && parts.Port == 80) ? 80 : 443;
        return parts.Host.InUrl + (parts.Port is null || parts.Port == usual ? "" : $":{parts.Port}") + (parts.Path ?? "/");
    }

    private static string Bucket(string text)
    {
        var clean = text.Trim().TrimEnd('/').ToLowerInvariant();
        var slash = clean.LastIndexOf('/');
        var name = clean[(slash + 1)..];
        if (!BucketName().IsMatch(name))
            throw new DeskException($"“{Shown.Briefly(text)}” is not a bucket; a name has 3 to 63 letters, digits, dots or hyphens.");
        return slash < 0 ? name : $"{HostName.Parse(clean[..slash]).Ascii}/{name}";
    }

    private bool BucketCovers(Place place)
    {
        // A bare name says nothing about where on the net the bucket answers.
        var slash = Value.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && (StartsWithPath(place.Key, Value) || place.Host == $"{Value[(slash + 1)..]}.{Value[..slash]}");
    }

    private static bool StartsWithPath(string key, string prefix)
    {
        var stem = prefix.TrimEnd('/');
        return key.StartsWith(stem, StringComparison.Ordinal) && (key.Length == stem.Length || key[stem.Length] is '/' or '?');
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    private static partial Regex BucketName();
}
