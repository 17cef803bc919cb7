using AbuseDesk.Customers;
using AbuseDesk.Terms;

namespace AbuseDesk.Benchmarks;

/// <summary>The sample customers and terms, and people who act.</summary>
internal static class Samples
{
    public static Actor Agent { get; } = new("ines", "Ines Calder", new HashSet<Role> { Role.Agent });

    public static Actor Admin { get; } = new("petra", "Petra Lindqvist", new HashSet<Role> { Role.Admin });

    /// <summary>The samples folder, found upwards from the program.</summary>
    public static string Folder { get; } = Find();

    public static async Task CustomersAndTermsAsync(BenchDesk desk)
    {
        await using var customers = File.OpenRead(Path.Combine(Folder, "customers.csv"));
        await desk.Get<ImportCustomers>().RunAsync(Admin, customers, "customers.csv");
        foreach (var version in (string[])["2019-05-01", "2020-12-01"])
        {
            var file = Path.Combine(Folder, "terms", $"terms-{version}.md");
            await desk.Get<PublishTerms>().RunAsync(Admin, await File.ReadAllTextAsync(file), Path.GetFileName(file));
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "samples", "terms")))
                return Path.Combine(folder.FullName, "samples");
        }

        throw new DirectoryNotFoundException("The samples folder is not above the program.");
    }
}
