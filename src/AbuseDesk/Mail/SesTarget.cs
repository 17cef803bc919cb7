using System.Text.RegularExpressions;
using System.Web;

namespace AbuseDesk.Mail;

/// <summary>Amazon SES, as <c>ABUSEDESK_MAIL</c> names it: <c>ses://eu-west-1?configuration-set=NAME&amp;endpoint=URL</c>.</summary>
public sealed partial record SesTarget
{
    /// <summary>"eu-west-1".</summary>
    public required string Region { get; init; }

    /// <summary>Null for the account's default.</summary>
    public string? ConfigurationSet { get; init; }

    /// <summary>Where the API is; that of the region unless another is named.</summary>
    public required Uri Endpoint { get; init; }

    /// <exception cref="DeskException">The text names no region, or says something that is not understood.</exception>
    public static SesTarget Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != "ses" || !RegionName().IsMatch(uri.Host) || uri.AbsolutePath is not ("" or "/") || uri.UserInfo.Length > 0)
            throw Wrong("names no region of Amazon SES");
        var options = HttpUtility.ParseQueryString(uri.Query);
        if (options.AllKeys.FirstOrDefault(key => key is not ("configuration-set" or "endpoint")) is { } unknown)
            throw Wrong($"says “{Shown.Briefly(unknown)}”, which is not known");
        var named = options["endpoint"] ?? $"https://email.{uri.Host}.amazonaws.com";
        if (!Uri.TryCreate(named, UriKind.Absolute, out var endpoint) || !(endpoint.Scheme == "https" || endpoint is { Scheme: "http", IsLoopback: true }))
            throw Wrong("names an endpoint that is not https");
        return new SesTarget { Region = uri.Host, ConfigurationSet = options["configuration-set"], Endpoint = endpoint };

        static DeskException Wrong(string what) => new($"ABUSEDESK_MAIL {what}; write it as ses://eu-west-1?configuration-set=NAME.");
    }

    public override string ToString() => $"Amazon SES in {Region}";

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex RegionName();
}
