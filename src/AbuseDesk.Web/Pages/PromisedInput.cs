using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Web.Pages;

/// <summary>A time on the clock of a zone, as three fields of a form send it.</summary>
public sealed class PromisedInput
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>"2021-01-09T17:00".</summary>
    public string? Local { get; set; }

    /// <summary>TZDB name.</summary>
    public string? Zone { get; set; }

    /// <summary>"-08:00": asked for only where the clock shows the time twice.</summary>
    public string? Offset { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Local);

    public static PromisedInput Of(Instant at, string zoneId) =>
        new() { Local = LocalInput.Format(at, Zones.Get(zoneId)), Zone = zoneId };

    /// <summary>As a notice keeps it ("2021-01-10T23:59:00"); nothing where it keeps none.</summary>
    public static PromisedInput Of(string? local, string? zoneId) => new() { Local = local is { Length: > 16 } ? local[..16] : local, Zone = zoneId };

    /// <exception cref="DeskException">No time, no such zone, or a time that its clock skips or shows twice.</exception>
    public PromisedTime Read()
    {
        if (IsEmpty) throw new DeskException("Give a date and a time, as 2021-01-09T17:00.");
        return PromisedTime.Parse(Local!.Trim() + (Ways().Any(way => way.Offset == Offset) ? Offset : ""), Zone ?? "");
    }

    /// <summary>Null where nothing was typed.</summary>
    /// <exception cref="DeskException">As <see cref="Read"/>.</exception>
    public PromisedTime? ReadIfGiven() => IsEmpty ? null : Read();

    /// <summary>The two instants that the time can mean, each as its offset and in words; empty where it means one.</summary>
    public IReadOnlyList<(string Offset, string Words)> Ways()
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone?.Trim() ?? "") is not { } zone) return [];
        var text = Local?.Trim() ?? "";
        if (Minutes.Parse(text.Length >= 16 ? text[..16].Replace(' ', 'T') : text) is not { Success: true } read) return [];
        var mapping = zone.MapLocal(read.Value);
        return mapping.Count < 2 ? [] : [Way(mapping.First()), Way(mapping.Last())];
    }

    private static (string Offset, string Words) Way(ZonedDateTime at)
    {
        var offset = at.Offset.ToString("+HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return (offset, $"{at.GetZoneInterval().Name} (UTC{offset})");
    }
}

/// <summary>How a form asks for such a time.</summary>
/// <param name="Name">Of the field; its parts are Name.local, Name.zone, Name.offset.</param>
/// <param name="Label">Above or beside it.</param>
/// <param name="Hint">Below it, as a sentence; may be empty.</param>
/// <param name="Input">What was typed.</param>
/// <param name="Wrong">The sentence beside it; null while nothing is wrong.</param>
/// <param name="Zones">Zones to choose from; any other can be typed.</param>
public sealed record PromisedField(string Name, string Label, string Hint, PromisedInput Input, string? Wrong, IReadOnlyList<string> Zones);
