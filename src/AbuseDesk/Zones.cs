using NodaTime;
using NodaTime.TimeZones;

namespace AbuseDesk;

/// <summary>Time zones by their TZDB name, with a suggestion for a name that is nearly one.</summary>
public static class Zones
{
    // What people write for the zones they mean; an abbreviation is no zone, as it is in force half the year.
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PST"] = "America/Los_Angeles",
        ["PDT"] = "America/Los_Angeles",
        ["PT"] = "America/Los_Angeles",
        ["MDT"] = "America/Denver",
        ["CDT"] = "America/Chicago",
        ["CST"] = "America/Chicago",
        ["EDT"] = "America/New_York",
        ["ET"] = "America/New_York",
        ["CEST"] = "Europe/Paris",
        ["BST"] = "Europe/London",
        ["IST"] = "Asia/Kolkata",
        ["JST"] = "Asia/Tokyo",
    };

    /// <exception cref="DeskException">There is no such zone; the sentence suggests one.</exception>
    public static DateTimeZone Get(string? id)
    {
        var name = id?.Trim() ?? "";
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
            ?? throw new DeskException($"There is no time zone “{Shown.Briefly(name)}”; did you mean {Suggestion(name)}?");
    }

    private static string Suggestion(string name)
    {
        if (Meant.TryGetValue(name, out var meant)) return meant;
        if (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var windows)) return windows;
        var wanted = Plain(name);
        return DateTimeZoneProviders.Tzdb.Ids
            .Where(zone => zone.Contains('/', StringComparison.Ordinal))
            .OrderBy(zone => Math.Min(Distance(Plain(zone), wanted), Distance(City(zone), wanted)))
            .ThenBy(zone => zone, StringComparer.Ordinal)
            .First();
    }

    private static string City(string zone) => Plain(zone[(zone.LastIndexOf('/') + 1)..]);

    private static string Plain(string name) => name.ToLowerInvariant().Replace(' ', '_');

    /// <summary>How many letters must be added, dropped or changed to come from one text to the other.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        foreach (var letter in from)
        {
            var diagonal = row[0]++;
            for (var i = 1; i <= to.Length; i++)
            {
                var changed = diagonal + (letter == to[i - 1] ? 0 : 1);
                diagonal = row[i];
                row[i] = Math.Min(changed, Math.Min(row[i], row[i - 1]) + 1);
            }
        }

        return row[^1];
    }
}
