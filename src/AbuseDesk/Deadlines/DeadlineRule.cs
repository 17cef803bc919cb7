using System.Globalization;
using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>Whose turn a deadline makes it.</summary>
public enum Whose
{
    Ours,
    Legal,
    Customer,
}

/// <summary>Who is reminded.</summary>
public enum Audience
{
    Assignee,
    Lead,
    Legal,
    Customer,
}

/// <summary>One rule of the deadlines policy; see templates/policy/deadlines.yml for what each part means.</summary>
public sealed record DeadlineRule
{
    /// <summary>Its key in the policy, for instance act_by.</summary>
    public required string Name { get; init; }

    public required Whose Whose { get; init; }

    public required string ToDoForOne { get; init; }

    public required string ToDo { get; init; }

    /// <summary>Nobody has to act: it happens at its instant, and the words say what.</summary>
    public bool Happens { get; init; }

    /// <summary>How long after the event that starts it; null where a notice names the instant.</summary>
    public Duration? Within { get; init; }

    /// <summary>How long before an event it is due, where it is counted backwards.</summary>
    public Duration? Ahead { get; init; }

    public required IReadOnlyList<Audience> Audience { get; init; }

    /// <summary>Who hears of it besides, once it is overdue.</summary>
    public required IReadOnlyList<Audience> Overdue { get; init; }

    public required IReadOnlyList<Duration> Before { get; init; }

    public required IReadOnlyList<Duration> After { get; init; }

    /// <summary>Its words name a number of items.</summary>
    public bool CountsItems => ToDo.Contains("{n}", StringComparison.Ordinal);

    /// <summary>The words for lists, for a number of items: "remove 30 items".</summary>
    public string ToDoFor(int items) =>
        (items == 1 ? ToDoForOne : ToDo).Replace("{n}", items.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
