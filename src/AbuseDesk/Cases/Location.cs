using System.Net;
using System.Text.RegularExpressions;
using AbuseDesk.Customers;

namespace AbuseDesk.Cases;

/// <summary>
/// Where reported content is: a URL, or an IP address with or without a port. Two locations are equal when their
/// <see cref="Key"/> is, whatever the scheme (http or https) and however they were written.
/// </summary>
public sealed partial record Location
{
    private const int Longest = 2000;

    /// <summary>The one spelling without http(s), at most 2,000 characters: "perch.example/p/1", "198.51.100.7:25".</summary>
    public required string Key { get; init; }

    /// <summary>The same with the scheme as written (https where none was); of a bare address just the address.</summary>
    public required string Url { get; init; }

    /// <summary>For people: without scheme, with letters of every script as themselves.</summary>
    public required string Display { get; init; }

    /// <summary>Lower case, punycode; an IPv6 address without brackets.</summary>
    public required string Host { get; init; }

    /// <summary>Set where the host is an IP address.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>Null where it is the usual one of the scheme, or unknown.</summary>
    public int? Port { get; init; }

    public required string Written { get; init; }

    /// <summary>What <see cref="Attribution"/> needs to know of it.</summary>
    public Place Place => new(Key, Host, Address);

    /// <exception cref="DeskException">The text is no location; the sentence says why.</exception>
    public static Location Parse(string text)
    {
        var clean = LocationText.Clean(text);
        if (clean.Length == 0) throw new DeskException("The location is empty; give a URL, a host name or an IP address.");
        if (clean.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            throw new DeskException($"“{Shown.Briefly(text)}” has a space or line break in it; give one location without spaces.");
        if (Range().IsMatch(clean))
            throw new DeskException($"“{Shown.Briefly(clean)}” is a range of addresses; give the one address the content is at.");
        var parts = UrlParts.Parse(clean);
        var location = parts is { Scheme: null, Path: null, Query: "", Host.Address: not null } ? OfAddress(parts, text) : OfUrl(parts, text);
        return location.Key.Length <= Longest
            ? location
            : throw new DeskException("The location is longer than 2,000 characters; give the address without its tail of parameters.");
    }

    public bool Equals(Location? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Display;

    private static Location OfAddress(UrlParts parts, string written)
    {
        var key = parts.Host.InUrl + PortText(parts.Port);
        return new Location
        {
            Key = key,
            Url = key,
            Display = key,
            Host = parts.Host.Ascii,
            Address = parts.Host.Address,
            Port = parts.Port,
            Written = written,
        };
    }

    private static Location OfUrl(UrlParts parts, string written)
    {
        var scheme = parts.Scheme ?? (parts.Port == 80 ? "http" : "https");
        var port = parts.Port == DefaultPort(scheme) ? null : parts.Port;
        // Normalised first: an encoded letter must not smuggle a tracking parameter past the list.
        var query = TrackingParameters.Dropped(UrlText.Query(parts.Query));
        var tail = (parts.Path ?? "/") + (query.Length == 0 ? "" : "?" + query);
        var key = parts.Host.InUrl + PortText(port) + tail;
        var shown = parts.Host.Address is null ? parts.Host.Unicode : parts.Host.InUrl;
        return new Location
        {
            Key = scheme == "ftp" ? $"ftp://{key}" : key,
            Url = $"{scheme}://{key}",
            Display = (scheme == "ftp" ? "ftp://" : "") + shown + PortText(port) + (tail == "/" ? "" : UrlText.Readable(tail)),
            Host = parts.Host.Ascii,
            Address = parts.Host.Address,
            Port = port,
            Written = written,
        };
    }

    private static string PortText(int? port) => port is null ? "" : $":{port}";

    private static int DefaultPort(string scheme) => scheme switch { "http" => 80, "https" => 443, _ => 21 };

    [GeneratedRegex(@"^(?:[0-9]+(?:\.[0-9]+){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)/[0-9]{1,3}$")]
    private static partial Regex Range();
}
