using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>The figures of a case as its record stood at one instant.</summary>
public sealed record CaseFiguresAt
{
    public required Instant AsOf { get; init; }

    /// <summary>Filed by then.</summary>
    public required int Items { get; init; }

    /// <summary>Items sent to the customer by then.</summary>
    public required int Sent { get; init; }

    /// <summary>Of all items, found removed by the last check.</summary>
    public required int Removed { get; init; }

    public required int StillUp { get; init; }

    /// <summary>Unchecked, or unreachable at the last check.</summary>
    public required int Unknown { get; init; }

    /// <summary>Hours from the first forwarding to the check that found it removed; the median. Null where nothing sent is removed.</summary>
    public required double? MedianHoursToRemoval { get; init; }

    /// <summary>The last check of any item by then.</summary>
    public required Instant? CheckedAt { get; init; }

    /// <summary>By the week of the desk's zone in which an item was first seen, without gaps.</summary>
    public required IReadOnlyList<WeekOfItems> Weeks { get; init; }

    /// <summary>In the order in which they were sent.</summary>
    public required IReadOnlyList<BatchOfItems> Batches { get; init; }
}

/// <summary>The items first seen in a week, Monday to Sunday, by their state.</summary>
public sealed record WeekOfItems(LocalDate Monday, int Items, int Removed, int StillUp);

/// <summary>Items sent to the customer at once.</summary>
public sealed record BatchOfItems
{
    public required int Number { get; init; }

    public required string NoticeRef { get; init; }

    public required Instant SentAt { get; init; }

    public required Instant ActByAt { get; init; }

    public required int Items { get; init; }

    public required int Removed { get; init; }

    public required int StillUp { get; init; }

    /// <summary>Found removed by their last check at or before the date to act by.</summary>
    public required int RemovedByActBy { get; init; }
}
