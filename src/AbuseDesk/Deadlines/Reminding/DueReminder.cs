using NodaTime;

namespace AbuseDesk.Deadlines.Reminding;

/// <summary>A reminder that a sweep has claimed, with what its mail says.</summary>
internal sealed record DueReminder
{
    public required long Id { get; init; }

    public required long DeadlineId { get; init; }

    public required Instant RemindAt { get; init; }

    public required string Audience { get; init; }

    /// <summary>The latest due reminder of this deadline to this audience: only that one is sent.</summary>
    public required Instant LatestAt { get; init; }

    public required string Ref { get; init; }

    public required string ToDo { get; init; }

    public required string Whose { get; init; }

    public required string Explanation { get; init; }

    public required Instant DueAt { get; init; }

    public required string DueZone { get; init; }

    public required bool DeadlineOpen { get; init; }

    public required long CaseId { get; init; }

    public required string CaseRef { get; init; }

    public required bool CaseOpen { get; init; }

    public required string CaseTitle { get; init; }

    public string? Assignee { get; init; }

    public required long CustomerId { get; init; }

    public required string Account { get; init; }

    public required string CustomerName { get; init; }

    public string? NoticeRef { get; init; }

    public Audience To => Words.Parse<Audience>(Audience);

    public bool IsTheCustomers => Whose == Words.Of(Deadlines.Whose.Customer);

    /// <summary>
    /// A newer one says it; nothing is due any more; the case is closed and the customer has nothing to do on it; or the customer
    /// would be told that the desk is late.
    /// </summary>
    public bool IsMootAt(Instant at) =>
        RemindAt < LatestAt || !DeadlineOpen || (!CaseOpen && IsTheCustomers)
        || (To == Deadlines.Audience.Customer && !IsTheCustomers && at >= DueAt);
}
