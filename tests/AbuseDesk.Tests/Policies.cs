namespace AbuseDesk.Tests;

/// <summary>The policy files and samples that ship, found from wherever the tests run.</summary>
internal static class Policies
{
    public static string PathOf(string name) => Path.Combine(Root, "templates", "policy", name);

    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AbuseDesk.sln"))) folder = folder.Parent;
            return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the source tree.");
        }
    }
}
