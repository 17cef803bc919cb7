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

    public required string Rule { get; init; }

    /// <summary>What is to be done, or what happens, in the words of the start.</summary>
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

    /// <summary>Items that the notice of this deadline cites; 0 without a notice.</summary>
    public required int ItemsAsked { get; init; }

    /// <summary>Those of them that were not found removed by the last check.</summary>
    public required int ItemsLeft { get; init; }

    /// <summary>Nobody has to act; it happens at its instant. From the policy, set by <see cref="InTheWordsOf"/>.</summary>
    public bool Happens { get; init; }

    public Audience To => Words.Parse<Audience>(Audience);

    public bool IsTheCustomers => Whose == Words.Of(Deadlines.Whose.Customer);

    /// <summary>As the policy words it now, for the items that are left: nobody is told to remove what is gone.</summary>
    public DueReminder InTheWordsOf(DeadlineRules rules) => rules.Find(Rule) is not { } rule
        ? this
        : this with { Happens = rule.Happens, ToDo = rule.CountsItems && ItemsLeft < ItemsAsked ? rule.ToDoFor(ItemsLeft) : ToDo };

    /// <summary>
    /// A newer one says it; nothing is due any more; the case is closed and the customer has nothing to do on it; or the customer
    /// would be told that the desk is late.
    /// </summary>
    public bool IsMootAt(Instant at) =>
        RemindAt < LatestAt || !DeadlineOpen || (!CaseOpen && IsTheCustomers)
        || (To == Deadlines.Audience.Customer && !IsTheCustomers && at >= DueAt);
}
