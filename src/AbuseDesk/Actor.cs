namespace AbuseDesk;

/// <summary>A role of the desk; what each may do stands in <see cref="Actor.Demand"/>'s callers.</summary>
public enum Role
{
    /// <summary>Files, forwards, checks, drafts, sends.</summary>
    Agent,

    /// <summary>An agent who also assigns work and hears of what is overdue.</summary>
    Lead,

    /// <summary>Approves or returns notices.</summary>
    Legal,

    /// <summary>Keeps customers, terms, staff and settings.</summary>
    Admin,

    /// <summary>Reads all, changes nothing.</summary>
    Auditor,
}

/// <summary>Who acts: a member of staff, or a worker of the program itself. Rights are checked by the use case that is called.</summary>
public sealed record Actor(string Login, string Name, IReadOnlySet<Role> Roles)
{
    /// <summary>The program's own workers: reminders, delivery, suspensions taking effect.</summary>
    public static Actor Worker { get; } = new("abusedesk", "AbuseDesk", new HashSet<Role>());

    /// <summary>Whoever runs the program on its machine. May add the first member of staff, and nothing else.</summary>
    public static Actor Operator { get; } = new("operator", "The operator", new HashSet<Role>());

    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Refuses the act unless the actor holds one of the roles.</summary>
    /// <param name="act">What was tried, as "approve a notice".</param>
    /// <param name="roles">The roles that may.</param>
    /// <exception cref="DeskException">The actor holds none of them.</exception>
    public void Demand(string act, params Role[] roles)
    {
        if (!roles.Any(Roles.Contains))
        {
            var names = string.Join(" or ", roles.Select(role => role.ToString().ToLowerInvariant()));
            throw new DeskException($"{Name} may not {act}: that needs the role {names}.") { Refused = true };
        }
    }
}
