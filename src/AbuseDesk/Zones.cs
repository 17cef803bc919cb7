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
            ?? throw new DeskException($"There is no time zone “{Shown.Briefly(name)}”; {Suggestion(name)}");
    }

    private static string Suggestion(string name)
    {
        if (!Meant.TryGetValue(name, out var meant) && !TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out meant))
            meant = Near.Find(name, DateTimeZoneProviders.Tzdb.Ids.Where(zone => zone.Contains('/', StringComparison.Ordinal)), zone => [zone, City(zone)]);
        return meant is null ? "give a TZDB name such as Europe/Paris." : $"did you mean {meant}?";
    }

    private static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..];
}
