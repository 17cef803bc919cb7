using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace AbuseDesk.Customers;

/// <summary>
/// A host in one spelling: <see cref="Ascii"/> is lower case, punycode and without a trailing dot (an IPv6 address
/// without brackets, in its shortest form); <see cref="Unicode"/> is for people.
/// </summary>
public sealed partial record HostName(string Ascii, string Unicode, IPAddress? Address)
{
    private const int LongestName = 253;
    private static readonly IdnMapping Idn = new();

    /// <summary>As it stands in a URL: an IPv6 address in brackets.</summary>
    public string InUrl => Address?.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{Ascii}]" : Ascii;

    /// <exception cref="DeskException">Neither a host name nor an IP address.</exception>
    public static HostName Parse(string text)
    {
        var host = Uri.UnescapeDataString(text.Trim());
        if (host.Contains(':', StringComparison.Ordinal)) return OfV6(host, text);
        var ascii = ToAscii(host, text);
        if (ascii.EndsWith('.')) ascii = ascii[..^1];
        var last = ascii[(ascii.LastIndexOf('.') + 1)..];
        if (NumericLabel().IsMatch(last)) return OfV4(ascii, text);
        if (!ascii.Contains('.', StringComparison.Ordinal))
            throw new DeskException($"“{Shown.Briefly(text)}” is no host name or IP address: a host name has a dot in it.");
        if (ascii.Length > LongestName || !Name().IsMatch(ascii))
            throw new DeskException($"“{Shown.Briefly(text)}” is not a valid host name; check it for missing or stray characters.");
        return new HostName(ascii, ToUnicode(ascii), null);
    }

    private static string ToAscii(string host, string text)
    {
        try
        {
            return (System.Text.Ascii.IsValid(host) ? host : Idn.GetAscii(host)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            throw new DeskException($"“{Shown.Briefly(text)}” is not a valid international host name; check its letters.");
        }
    }

    private static string ToUnicode(string ascii)
    {
        if (!ascii.Contains("xn--", StringComparison.Ordinal)) return ascii;
        try
        {
            // A name that does not come back to the same punycode would show people another host than the real one.
            var unicode = Idn.GetUnicode(ascii);
            return Idn.GetAscii(unicode) == ascii ? unicode : ascii;
        }
        catch (ArgumentException)
        {
            return ascii;
        }
    }

    private static HostName OfV4(string ascii, string text)
    {
        // Leading zeros are octal to some programs and decimal to others, so nobody can say which host is meant.
        if (!DottedQuad().IsMatch(ascii) || !IPAddress.TryParse(ascii, out var address))
            throw new DeskException($"“{Shown.Briefly(text)}” is not an IP address; write four numbers from 0 to 255 without leading zeros.");
        return new HostName(ascii, ascii, address);
    }

    private static HostName OfV6(string host, string text)
    {
        var bare = host.StartsWith('[') && host.EndsWith(']') ? host[1..^1] : host;
        if (!V6Characters().IsMatch(bare) || !IPAddress.TryParse(bare, out var address))
            throw new DeskException($"“{Shown.Briefly(text)}” is not an IPv6 address; write it like 2001:db8::1.");
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return new HostName(address.ToString(), address.ToString(), address);
    }

    [GeneratedRegex(@"^(?:[0-9]+|0x[0-9a-f]*)$")]
    private static partial Regex NumericLabel();

    [GeneratedRegex(@"^(?:(?:0|[1-9][0-9]{0,2})(?:\.|$)){4}(?<!\.)$")]
    private static partial Regex DottedQuad();

    [GeneratedRegex("^[0-9a-fA-F:.]+$")]
    private static partial Regex V6Characters();

    [GeneratedRegex(@"^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.|$))+(?<!\.)$")]
    private static partial Regex Name();
}
