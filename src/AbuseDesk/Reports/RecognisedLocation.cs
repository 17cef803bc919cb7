using AbuseDesk.Cases;
using AbuseDesk.Customers;
using NodaTime;

namespace AbuseDesk.Reports;

/// <summary>What is known of a location at the time when its content was seen.</summary>
public sealed record RecognisedLocation
{
    public required Location Location { get; init; }

    /// <summary>Null where nobody held the location then, and no account was named.</summary>
    public RecognisedCustomer? Customer { get; init; }

    /// <summary>Null where the account was named and did not hold the location itself.</summary>
    public Holding? Holding { get; init; }

    /// <summary>The item that a report would join; null where it would be a new one.</summary>
    public RecognisedItem? Item { get; init; }

    /// <summary>Of the customer, the open one first, then the latest; at most five.</summary>
    public IReadOnlyList<RecognisedCase> Cases { get; init; } = [];

    public RecognisedCase? Open => Cases.FirstOrDefault(one => one.Status == "open");
}

public sealed record RecognisedCustomer
{
    public required string Account { get; init; }

    public required string Name { get; init; }

    /// <summary>TZDB name; null where the customer has no contact.</summary>
    public string? Zone { get; init; }
}

public sealed record RecognisedItem
{
    public required int Number { get; init; }

    public required string CaseRef { get; init; }

    public required string State { get; init; }

    public Instant? StateAt { get; init; }

    public required Instant FirstSeenAt { get; init; }

    public required int Reports { get; init; }
}

public sealed record RecognisedCase
{
    public required string Ref { get; init; }

    public required string Title { get; init; }

    public required string Status { get; init; }

    public required string Turn { get; init; }

    public required string ToDo { get; init; }

    public required Instant OpenedAt { get; init; }

    public Instant? ClosedAt { get; init; }

    public required int ItemsCount { get; init; }

    public required int StillUpCount { get; init; }

    public required int RemovedCount { get; init; }
}
