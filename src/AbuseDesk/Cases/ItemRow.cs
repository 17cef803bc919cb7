using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>An item as the case page lists it. Enums are in their words.</summary>
public sealed record ItemRow
{
    public required long Id { get; init; }

    public required int Number { get; init; }

    public required string Url { get; init; }

    /// <summary>The location for people, without scheme.</summary>
    public required string Display { get; init; }

    public required string Host { get; init; }

    public required string Excerpt { get; init; }

    public required Instant FirstSeenAt { get; init; }

    public required string State { get; init; }

    public Instant? StateAt { get; init; }

    public Instant? RemovedAt { get; init; }

    /// <summary>Of its gravest live violation; these four are null where all are reversed.</summary>
    public string? Severity { get; init; }

    public string? Clause { get; init; }

    public string? ClauseHeading { get; init; }

    /// <summary>Of the terms in force when it was seen: "2020-12-01".</summary>
    public string? TermsVersion { get; init; }

    /// <summary>The batch in which it was first forwarded; null if it was not.</summary>
    public int? Batch { get; init; }

    public required int ReportsCount { get; init; }

    public required int ScreenshotsCount { get; init; }

    public string? FirstScreenshot { get; init; }

    /// <summary>The outcomes of its last six checks, oldest first.</summary>
    public IReadOnlyList<string> Checks { get; init; } = [];
}

/// <summary>How many items a case has of each kind, for the filters above its list.</summary>
public sealed record ItemCounts
{
    public required int All { get; init; }

    public required int StillUp { get; init; }

    public required int Removed { get; init; }

    public required int Unreachable { get; init; }

    public required int Unchecked { get; init; }

    public required int Critical { get; init; }
}

/// <summary>"8 items under 6.2 of 2019-05-01".</summary>
public sealed record ClauseCount
{
    public required string Clause { get; init; }

    public required string Heading { get; init; }

    public required string TermsVersion { get; init; }

    public required int Items { get; init; }
}
