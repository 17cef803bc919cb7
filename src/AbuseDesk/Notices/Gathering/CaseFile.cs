namespace AbuseDesk.Notices.Gathering;

/// <summary>All of a case that a notice may speak of, read through one view of the database.</summary>
public sealed record CaseFile
{
    public required CaseRow Case { get; init; }

    /// <summary>Items with a violation that stands, by number.</summary>
    public required IReadOnlyList<ItemRow> Items { get; init; }

    public required ILookup<long, ScreenshotRow> Screenshots { get; init; }

    /// <summary>By batch.</summary>
    public required IReadOnlyList<ForwardingRow> Forwardings { get; init; }

    /// <summary>Warnings, plan requests and suspensions, by the instant they were sent.</summary>
    public required IReadOnlyList<SentRow> Sent { get; init; }

    /// <summary>By instant, then item.</summary>
    public required IReadOnlyList<CheckRow> Checks { get; init; }

    /// <summary>The latest plan; null if none was received.</summary>
    public required PlanRow? Plan { get; init; }

    /// <summary>The latest assessment of that plan.</summary>
    public required AssessmentRow? Assessment { get; init; }

    public required IReadOnlyList<CriterionRow> Criteria { get; init; }

    /// <summary>All versions, the earliest first.</summary>
    public required IReadOnlyList<TermsRow> Terms { get; init; }

    public required IReadOnlyDictionary<long, ClauseRow> Clauses { get; init; }

    /// <summary>What the customer holds now.</summary>
    public required IReadOnlyList<string> Resources { get; init; }

    public required IReadOnlyDictionary<string, StaffName> Staff { get; init; }

    /// <summary>The version in force at an instant; the earliest for an instant before all of them.</summary>
    public TermsRow TermsAt(NodaTime.Instant instant) =>
        Terms.LastOrDefault(version => version.EffectiveAt <= instant) ?? Terms[0];
}
