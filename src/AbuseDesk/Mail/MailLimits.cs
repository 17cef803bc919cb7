using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace AbuseDesk.Mail;

/// <summary>How much mail each domain is sent, as <c>ABUSEDESK_MAIL_LIMITS</c> says: <c>example.org=10/min, *=5 at once</c>.</summary>
public sealed partial class MailLimits
{
    public const string Setting = "ABUSEDESK_MAIL_LIMITS";

    public static readonly MailLimits None = new([]);

    private readonly Dictionary<string, DomainLimit> byDomain;

    private MailLimits(IEnumerable<DomainLimit> limits) => byDomain = limits.ToDictionary(limit => limit.Domain);

    public bool Any => byDomain.Count > 0;

    /// <exception cref="DeskException">The text says something that is not understood, or the same domain twice.</exception>
    public static MailLimits Parse(string text)
    {
        var limits = new List<DomainLimit>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var limit = One(part);
            if (limits.Any(other => other.Domain == limit.Domain))
                throw new DeskException($"{Setting} names {limit.Domain} twice; keep one of them.");
            limits.Add(limit);
        }

        return new MailLimits(limits);
    }

    /// <summary>Null where the domain has none.</summary>
    public DomainLimit? Of(string domain) => byDomain.GetValueOrDefault(domain) ?? byDomain.GetValueOrDefault("*");

    public override string ToString() => string.Join(", ", byDomain.Values);

    private static DomainLimit One(string part)
    {
        var match = Form().Match(part);
        if (!match.Success || (!match.Groups["most"].Success && !match.Groups["some"].Success))
            throw new DeskException($"{Setting} says “{Shown.Briefly(part)}”, which is not understood; write limits as example.org=10/min, example.net=100/hour 2 at once, *=5 at once.");
        return new DomainLimit(match.Groups["domain"].Value.ToLowerInvariant(), Number("most"), Period(match.Groups["unit"].Value), Number("some"));

        int? Number(string name)
        {
            if (!match.Groups[name].Success) return null;
            return int.TryParse(match.Groups[name].Value, CultureInfo.InvariantCulture, out var number) && number > 0
                ? number
                : throw new DeskException($"{Setting} says “{Shown.Briefly(part)}”; a limit is a number from 1 on, and a domain without one is left out.");
        }
    }

    private static Duration Period(string unit) => unit switch
    {
        "hour" => Duration.FromHours(1),
        "day" => Duration.FromDays(1),
        _ => Duration.FromMinutes(1),
    };

    [GeneratedRegex(@"^(?<domain>\*|[\w-]+(\.[\w-]+)+)\s*=(\s*(?<most>[0-9]+)\s*/\s*(?<unit>min|hour|day))?(\s*(?<some>[0-9]+)\s+at\s+once)?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
