namespace AbuseDesk.Tests;

/// <summary>The policy files that ship, found from wherever the tests run.</summary>
internal static class Policies
{
    public static string PathOf(string name)
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AbuseDesk.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "templates", "policy", name);
    }
}
