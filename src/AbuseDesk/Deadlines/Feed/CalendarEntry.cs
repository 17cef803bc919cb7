using NodaTime;

namespace AbuseDesk.Deadlines.Feed;

/// <summary>One deadline as a calendar shows it. It says what and until when, and nothing of what was reported.</summary>
internal sealed record CalendarEntry
{
    public required string Ref { get; init; }

    /// <summary>Grows with each change of the deadline.</summary>
    public required long Version { get; init; }

    /// <summary>"open", "paused", or how it ended.</summary>
    public required string Status { get; init; }

    public required string ToDo { get; init; }

    public required string Explanation { get; init; }

    public required Instant DueAt { get; init; }

    /// <summary>When it was started, moved or ended last.</summary>
    public required Instant ChangedAt { get; init; }

    public required string CaseRef { get; init; }

    public string? NoticeRef { get; init; }

    public required string Account { get; init; }
}
