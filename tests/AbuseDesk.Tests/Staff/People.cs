namespace AbuseDesk.Tests.Staff;

/// <summary>The people who act in the tests.</summary>
public static class People
{
    public static Actor Ines { get; } = new("ines", "Ines Calder", new HashSet<Role> { Role.Agent });

    public static Actor Tomas { get; } = new("tomas", "Tomas Brandvold", new HashSet<Role> { Role.Agent });

    public static Actor Maren { get; } = new("maren", "Maren Lindqvist", new HashSet<Role> { Role.Agent, Role.Lead });

    public static Actor Ruth { get; } = new("ruth", "Ruth Ostrander", new HashSet<Role> { Role.Legal });

    public static Actor Admin { get; } = new("admin", "Adele Ferro", new HashSet<Role> { Role.Admin });

    public static Actor Auditor { get; } = new("auditor", "Otto Vance", new HashSet<Role> { Role.Auditor });
}
