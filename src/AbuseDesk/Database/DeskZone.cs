using NodaTime;

namespace AbuseDesk.Database;

/// <summary>The zone of the provider's desk: years of references, days of lists, "our time" in notices.</summary>
public sealed class DeskZone(string id)
{
    /// <summary>TZDB name, for instance "America/Los_Angeles".</summary>
    public string Id => Zone.Id;

    public DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? throw new DeskException($"There is no time zone \"{id}\"; give a TZDB name such as Europe/Paris in ABUSEDESK_ZONE.");

    public int YearOf(Instant instant) => instant.InZone(Zone).Year;
}
