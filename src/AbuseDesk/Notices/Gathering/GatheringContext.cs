using AbuseDesk.Notices.Facts;
using NodaTime;

namespace AbuseDesk.Notices.Gathering;

/// <summary>What every part of the gathering needs: the case, the notice, and how instants are written.</summary>
public sealed record GatheringContext
{
    public required CaseFile File { get; init; }

    public required NoticeRow Notice { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>The date of the notice: the instant at which this version is compiled.</summary>
    public required Instant Date { get; init; }

    /// <summary>TZDB name of the desk's zone.</summary>
    public required string DeskZone { get; init; }

    /// <summary>The items that the notice is about, in the order in which they were seen.</summary>
    public required IReadOnlyList<ItemRow> Items { get; init; }

    /// <summary>The instant of the last check of these items; null while nothing was checked.</summary>
    public required Instant? LastCheck { get; init; }

    public Moment Moment(Instant instant) => new(instant, DeskZone, Notice.Language);

    public MomentInZones InZones(Instant instant) =>
        MomentInZones.Of(instant, DeskZone, Notice.CustomerZone, Notice.Language);

    public MomentInZones? InZones(Instant? instant) => instant is { } value ? InZones(value) : null;

    /// <summary>Addresses as the table keeps them: comma-separated.</summary>
    public static IReadOnlyList<string> Addresses(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
