using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>One open deadline, as lists show it.</summary>
public sealed record DeadlineRow
{
    public required long Id { get; init; }

    public required string Ref { get; init; }

    public required string CaseRef { get; init; }

    public required string CaseTitle { get; init; }

    public required string CustomerName { get; init; }

    public string? NoticeRef { get; init; }

    public required string Rule { get; init; }

    /// <summary>"ours", "legal", "customer".</summary>
    public required string Whose { get; init; }

    public required string ToDo { get; init; }

    /// <summary>Why it is due then, as one sentence.</summary>
    public required string Explanation { get; init; }

    public required Instant DueAt { get; init; }

    /// <summary>The promised local time: "2021-01-10T23:59:00", on the clock of <see cref="DueZone"/>.</summary>
    public required string DueLocal { get; init; }

    public required string DueZone { get; init; }

    /// <summary>The zone of the customer's first contact; null where there is none.</summary>
    public string? CustomerZone { get; init; }

    /// <summary>Login of the case's assignee.</summary>
    public string? Assignee { get; init; }

    public string? AssigneeName { get; init; }

    /// <summary>Name of the lawyer who decides on the notice; null where there is none.</summary>
    public string? ReviewerName { get; init; }

    public required int RemindersSent { get; init; }

    public required int RemindersPlanned { get; init; }
}

/// <summary>Which open deadlines; what is null does not narrow.</summary>
public sealed record DeadlineFilter
{
    /// <summary>Due before this instant: now for what is overdue, now and 72 hours for "due within 72 hours".</summary>
    public Instant? DueBefore { get; init; }

    /// <summary>Those that are paused, in the place of those that run.</summary>
    public bool Paused { get; init; }

    public string? CaseRef { get; init; }

    public Whose? Whose { get; init; }

    /// <summary>Login.</summary>
    public string? Assignee { get; init; }
}

/// <summary>Where a page ended: the last row's instant and id.</summary>
public sealed record DeadlineKey(Instant DueAt, long Id);
