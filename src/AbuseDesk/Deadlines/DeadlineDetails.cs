using System.Text.Json.Serialization;
using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>One deadline, open or ended, with all that was done to it.</summary>
public sealed record DeadlineDetails
{
    public required long Id { get; init; }

    public required string Ref { get; init; }

    public required string CaseRef { get; init; }

    public required string CaseTitle { get; init; }

    public required string CaseStatus { get; init; }

    public required string CustomerName { get; init; }

    public string? NoticeRef { get; init; }

    public required string Rule { get; init; }

    /// <summary>What the rule rests on, as the policy says it now.</summary>
    public string? Source { get; init; }

    /// <summary>"ours", "legal", "customer".</summary>
    public required string Whose { get; init; }

    public required string ToDo { get; init; }

    /// <summary>open, paused, met, missed, waived, withdrawn.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is due then, as one sentence.</summary>
    public required string Explanation { get; init; }

    public required Instant DueAt { get; init; }

    public required string DueLocal { get; init; }

    public required string DueZone { get; init; }

    /// <summary>Where its window opens; null where it has none.</summary>
    public Instant? NotBeforeAt { get; init; }

    /// <summary>The event it counts from, as a sentence says it.</summary>
    public string? Anchor { get; init; }

    public Instant? AnchorAt { get; init; }

    /// <summary>Computed from its event; false where somebody named the instant.</summary>
    public required bool IsCounted { get; init; }

    public required bool Extended { get; init; }

    public required bool BlocksClosing { get; init; }

    public required Instant StartedAt { get; init; }

    public Instant? EndedAt { get; init; }

    public IReadOnlyList<DeadlinePause> Pauses { get; init; } = [];

    public IReadOnlyList<DeadlineExtension> Extensions { get; init; } = [];

    /// <summary>The instants at which it was due before, the oldest first.</summary>
    public IReadOnlyList<PastDue> Moves { get; init; } = [];

    public IReadOnlyList<DeadlineReminder> Reminders { get; init; } = [];

    /// <summary>What people may do with it, as the policy says it now; null where the policy has its rule no longer.</summary>
    [JsonIgnore]
    public RuleChanges? Changes { get; init; }

    /// <summary>It happens by itself: nobody extends or waives it.</summary>
    public bool Happens { get; init; }

    public bool IsRunning => Status is "open" or "paused";

    /// <summary>The extension that waits for a decision; null where none does.</summary>
    public DeadlineExtension? Asked => IsRunning ? Extensions.FirstOrDefault(extension => extension.Status == "asked") : null;
}

/// <summary>A time during which it did not run.</summary>
public sealed record DeadlinePause
{
    public required string Reason { get; init; }

    public required string Note { get; init; }

    public required Instant PausedAt { get; init; }

    /// <summary>Login.</summary>
    public required string PausedBy { get; init; }

    public Instant? ResumedAt { get; init; }

    /// <summary>Login.</summary>
    public string? ResumedBy { get; init; }
}

/// <summary>An extension that was asked for.</summary>
public sealed record DeadlineExtension
{
    public required Instant UntilAt { get; init; }

    public required string UntilZone { get; init; }

    public required string Reason { get; init; }

    public required Instant AskedAt { get; init; }

    /// <summary>Login.</summary>
    public required string AskedBy { get; init; }

    /// <summary>asked, approved, refused, lapsed.</summary>
    public required string Status { get; init; }

    public Instant? DecidedAt { get; init; }

    /// <summary>Login.</summary>
    public string? DecidedBy { get; init; }

    public string? Comment { get; init; }
}

/// <summary>An instant at which it was due before it moved.</summary>
public sealed record PastDue
{
    public required Instant MovedAt { get; init; }

    /// <summary>Login.</summary>
    public required string MovedBy { get; init; }

    /// <summary>calendar-changed, anchor-corrected, resumed, extended.</summary>
    public required string Cause { get; init; }

    public required string Reason { get; init; }

    public required Instant OldDueAt { get; init; }

    public required string OldExplanation { get; init; }

    public required Instant NewDueAt { get; init; }
}

/// <summary>A reminder of it, to one audience.</summary>
public sealed record DeadlineReminder
{
    public required Instant RemindAt { get; init; }

    public required string Audience { get; init; }

    /// <summary>planned, queued, skipped.</summary>
    public required string Status { get; init; }
}
