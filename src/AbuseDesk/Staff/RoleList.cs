namespace AbuseDesk.Staff;

/// <summary>The roles of one person as the table keeps them.</summary>
internal static class RoleList
{
    /// <returns>"agent lead".</returns>
    /// <exception cref="DeskException">None, or some that exclude each other.</exception>
    public static string Of(IReadOnlyCollection<Role> roles)
    {
        if (roles.Count == 0) throw new DeskException($"Give at least one role: {string.Join(", ", Words.All<Role>())}.");
        if (roles.Contains(Role.Auditor) && roles.Distinct().Count() > 1)
            throw new DeskException("An auditor changes nothing, so the role auditor stands alone; leave out the others or it.");
        return string.Join(' ', roles.Distinct().Order().Select(Words.Of));
    }

    /// <summary>"agent, lead".</summary>
    public static string Said(string roles) => roles.Replace(" ", ", ", StringComparison.Ordinal);
}
