using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>A deadline that an act starts.</summary>
public sealed record DeadlineStart
{
    public required long CaseId { get; init; }

    public long? NoticeId { get; init; }

    /// <summary>Its key in the policy: one of the constants of <see cref="DeadlineRules"/>.</summary>
    public required string Rule { get; init; }

    /// <summary>The time as it was promised; null where the rule counts it from the event ("within").</summary>
    public PromisedTime? Due { get; init; }

    /// <summary>The instant of the event that the rule counts back from ("ahead"); null where it counts from now.</summary>
    public PromisedTime? Before { get; init; }

    /// <summary>How many items the words speak of; 0 where they speak of none.</summary>
    public int Items { get; init; }

    /// <summary>The event that starts it, or that it is counted back from: "N-2021-0036 was sent", "the suspension takes effect".</summary>
    public required string Anchor { get; init; }

    /// <summary>When the event was; null for now.</summary>
    public Instant? AnchorAt { get; init; }
}
