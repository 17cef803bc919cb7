using System.Globalization;
using AbuseDesk.Deadlines.Computing;
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

    /// <summary>False where the policy has it, but switched off.</summary>
    public bool Enabled { get; init; } = true;

    public required Whose Whose { get; init; }

    public required string ToDoForOne { get; init; }

    public required string ToDo { get; init; }

    /// <summary>Nobody has to act: it happens at its instant, and the words say what.</summary>
    public bool Happens { get; init; }

    /// <summary>The event that starts it by itself; null where an act of the desk does.</summary>
    public AnchorEvent? Starts { get; init; }

    /// <summary>How long after the event that starts it; null where a notice names the instant.</summary>
    public Term? Within { get; init; }

    /// <summary>How it is counted; the ends of nights and years are the calendar's and the zone's.</summary>
    public RuleCounting Counting { get; init; } = new();

    /// <summary>How long before an event it is due, where it is counted backwards.</summary>
    public Duration? Ahead { get; init; }

    /// <summary>Who may stop it, let it run longer, or give it up.</summary>
    public RuleChanges Changes { get; init; } = new();

    /// <summary>A case may not be closed while it is open.</summary>
    public bool BlocksClosing { get; init; }

    /// <summary>It goes on when its case is closed, or the measure it came with is lifted: the law's time does not end with our work.</summary>
    public bool OutlivesCase { get; init; }

    /// <summary>What it rests on: "17 USC 512(g)(2)(C)"; null where it is the provider's own.</summary>
    public string? Source { get; init; }

    /// <summary>What becomes of the turn once it has run out; null where it stays.</summary>
    public RuleEnd? AtEnd { get; init; }

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
