using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>What the queue is narrowed to; null means all.</summary>
public sealed record CaseQueueFilter
{
    public CaseStatus Status { get; init; } = CaseStatus.Open;

    public Turn? Turn { get; init; }

    public Severity? Severity { get; init; }

    /// <summary>A login.</summary>
    public string? Assignee { get; init; }

    /// <summary>Only cases that nobody has; goes before <see cref="Assignee"/>.</summary>
    public bool Unassigned { get; init; }

    /// <summary>Account reference.</summary>
    public string? Customer { get; init; }

    /// <summary>Words in the title, the reference, or the customer's name or account.</summary>
    public string? Text { get; init; }

    /// <summary>Only cases due before this instant.</summary>
    public Instant? DueBefore { get; init; }

    /// <summary>Only cases with a plan that nobody has assessed.</summary>
    public bool PlanToAssess { get; init; }
}

/// <summary>Where a page of the queue begins: after the case with this id, due at this instant (null: none).</summary>
public sealed record QueuePosition(Instant? NextDueAt, long Id);

/// <summary>A case as the queue shows it. Enums are in their words.</summary>
public sealed record CaseQueueRow
{
    public required long Id { get; init; }

    public required string Ref { get; init; }

    public required string Title { get; init; }

    public required string Status { get; init; }

    public required string Turn { get; init; }

    public required string ToDo { get; init; }

    public required string Severity { get; init; }

    public required string CustomerAccount { get; init; }

    public required string CustomerName { get; init; }

    /// <summary>A login; null where nobody has the case.</summary>
    public string? Assignee { get; init; }

    public string? AssigneeName { get; init; }

    public required Instant OpenedAt { get; init; }

    public Instant? NextDueAt { get; init; }

    public required int ItemsCount { get; init; }

    public required int StillUpCount { get; init; }

    public required int RemovedCount { get; init; }

    public required long Version { get; init; }

    public QueuePosition Position => new(NextDueAt, Id);
}

/// <summary>The figures beside the queue, of open cases.</summary>
public sealed record CaseQueueCounts
{
    public required int Open { get; init; }

    public required int Mine { get; init; }

    /// <summary>Mine, due before today's end in the desk's zone; what is overdue counts too.</summary>
    public required int DueToday { get; init; }

    public required int Nobody { get; init; }

    public required int Ours { get; init; }

    public required int Legal { get; init; }

    public required int Customer { get; init; }

    public required int Critical { get; init; }

    public required int Overdue { get; init; }

    public required int PlansToAssess { get; init; }
}

/// <summary>The cases of a view by when they fall due.</summary>
public sealed record CaseQueueByDue
{
    public required int Overdue { get; init; }

    public required int WithinDay { get; init; }

    public required int WithinWeek { get; init; }

    public required int Later { get; init; }

    public required int NoDeadline { get; init; }
}
