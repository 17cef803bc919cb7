namespace AbuseDesk.Web.SignIn;

/// <summary>What a request says about where it comes from, in words for its own sender.</summary>
internal static class Browsing
{
    // the first that fits: some say that they are others too
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>"Firefox on Linux".</summary>
    public static string DeviceOf(HttpContext http)
    {
        var said = http.Request.Headers.UserAgent.ToString();
        var browser = Name(Browsers, said) ?? "an unknown browser";
        return Name(Systems, said) is { } system ? $"{browser} on {system}" : browser;
    }

    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress is not { } address ? "unknown"
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString() : address.ToString();

    private static string? Name((string Sign, string Name)[] known, string said) =>
        known.FirstOrDefault(one => said.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
