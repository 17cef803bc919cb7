using System.Globalization;
using System.Text.RegularExpressions;

namespace AbuseDesk.Customers;

/// <summary>
/// A URL, host or address taken apart. Scheme and path are null where none was written; the query is as written;
/// user information and fragment are dropped.
/// </summary>
public sealed partial record UrlParts(string? Scheme, HostName Host, int? Port, string? Path, string Query)
{
    private static readonly string[] Schemes = ["http", "https", "ftp"];

    /// <exception cref="DeskException">No web address, host name or IP address can be read.</exception>
    public static UrlParts Parse(string text)
    {
        var (scheme, rest) = SplitScheme(text);
        rest = Before(rest, rest.IndexOf('#', StringComparison.Ordinal));
        var mark = rest.IndexOf('?', StringComparison.Ordinal);
        var query = mark < 0 ? "" : rest[(mark + 1)..];
        rest = Before(rest, mark).Replace('\\', '/');
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var path = slash < 0 ? null : UrlText.Path(rest[slash..]);
        var authority = Before(rest, slash);
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        if (authority.Length == 0)
            throw new DeskException($"“{Shown.Briefly(text)}” has no host; give the whole address of the content.");
        var (host, port) = SplitPort(authority);
        return new UrlParts(scheme, HostName.Parse(host), port, path, query);
    }

    private static (string? Scheme, string Remainder) SplitScheme(string text)
    {
        if (BareV6().IsMatch(text)) return (null, text);
        if (text.StartsWith("//", StringComparison.Ordinal)) return (null, text[2..]);
        var match = SchemeAndRest().Match(text);
        if (!match.Success || PortFollows().IsMatch(match.Groups[2].Value)) return (null, text);
        var scheme = match.Groups[1].Value.ToLowerInvariant();
        if (Schemes.Contains(scheme)) return (scheme, match.Groups[2].Value.TrimStart('/', '\\'));
        throw new DeskException($"“{Shown.Briefly(scheme)}:” does not name a place on the net; give an address with http, https or ftp.");
    }

    private static (string Host, int? Port) SplitPort(string authority)
    {
        if (BareV6().IsMatch(authority)) return (authority, null);
        var colon = authority.LastIndexOf(':');
        if (colon < 0 || colon < authority.LastIndexOf(']')) return (authority, null);
        var digits = authority[(colon + 1)..];
        if (digits.Length == 0) return (authority[..colon], null);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
            throw new DeskException($"“{Shown.Briefly(digits)}” is not a port; a port is a number from 1 to 65535.");
        return (authority[..colon], port);
    }

    private static string Before(string text, int index) => index < 0 ? text : text[..index];

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+.-]*):(.*)$", RegexOptions.Singleline)]
    private static partial Regex SchemeAndRest();

    [GeneratedRegex(@"^[0-9]*(?:$|[/\\?#])(?<!^[/\\])")]
    private static partial Regex PortFollows();

    [GeneratedRegex("^[0-9a-fA-F]*:[0-9a-fA-F.:]*:[0-9a-fA-F.:]*$")]
    private static partial Regex BareV6();
}
