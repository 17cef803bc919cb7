using AbuseDesk.Deadlines.Computing;

namespace AbuseDesk.Deadlines;

/// <summary>How a rule counts, before it is known on whose clock.</summary>
public sealed record RuleCounting
{
    public const string ProvidersZone = "provider";
    public const string CustomersZone = "customer";

    public Term? NotBefore { get; init; }

    /// <summary>Name of a calendar; null where no business days are counted.</summary>
    public string? Calendar { get; init; }

    /// <summary>"provider", "customer", or a TZDB name.</summary>
    public string Zone { get; init; } = ProvidersZone;

    public TermEnd Ends { get; init; }

    public WhenClosed IfClosed { get; init; }
}

/// <summary>What people may do with a deadline of a rule, and who.</summary>
public sealed record RuleChanges
{
    /// <summary>Each reason for a pause, and the roles that may give it; empty where it cannot be paused.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Role>> Pauses { get; init; } = new Dictionary<string, IReadOnlyList<Role>>();

    public AfterPause Resume { get; init; }

    /// <summary>Who may approve an extension that somebody else asks for.</summary>
    public IReadOnlyList<Role> Extend { get; init; } = [Role.Lead, Role.Legal];

    /// <summary>The longest that all extensions may make it, counted from its event; null where nothing limits them.</summary>
    public Term? AtMost { get; init; }

    public IReadOnlyList<Role> Waive { get; init; } = [Role.Lead, Role.Legal];
}

/// <summary>What happens when a deadline runs out.</summary>
/// <param name="Turn">Whose turn it is then.</param>
/// <param name="ToDo">As the queue says it.</param>
public sealed record RuleEnd(Whose Turn, string ToDo);
