using System.Text.Json;
using AbuseDesk.Cli.Frame;

namespace AbuseDesk.Tests.Cli;

/// <summary>What one command line said.</summary>
public sealed record Said(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}

/// <summary>Runs command lines inside the test's process, on a data folder of its own.</summary>
public abstract class CliTest
{
    protected string Data { get; private set; } = "";

    protected static string Samples => Path.Combine(AppContext.BaseDirectory, "samples");

    protected static string SampleCase => Path.Combine(Samples, "social-network");

    [SetUp]
    public void MakeADataFolder() => Data = Directory.CreateTempSubdirectory("abusedesk-cli-").FullName;

    [TearDown]
    public void RemoveTheDataFolder()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
    }

    protected Task<Said> RunAsync(params string[] arguments) => RunInAsync(Data, arguments);

    /// <summary>Runs a command on another data folder.</summary>
    protected static async Task<Said> RunInAsync(string folder, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync([.. arguments, "--data", folder], output, error);
        return new Said(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command that must succeed.</summary>
    protected async Task<Said> DoAsync(string user, params string[] arguments)
    {
        var said = await RunAsync([.. arguments, "--as", user]);
        Assert.That(said.ExitCode, Is.Zero, string.Join(' ', arguments) + ": " + said.Error);
        return said;
    }

    /// <summary>Ada is the admin, Ines an agent, Ruth the lawyer, Olga the auditor; customers and terms are those of the sample.</summary>
    protected async Task OpenADeskAsync()
    {
        Assert.That((await HireAsync("ada", "Administrator", "admin")).ExitCode, Is.Zero);
        Assert.That((await HireAsync("ines", "Agent", "agent", "--as", "ada")).ExitCode, Is.Zero);
        Assert.That((await HireAsync("ruth", "Counsel", "legal", "--as", "ada")).ExitCode, Is.Zero);
        Assert.That((await HireAsync("olga", "Auditor", "auditor", "--as", "ada")).ExitCode, Is.Zero);
        await DoAsync("ada", "customers", "import", Path.Combine(Samples, "customers.csv"));
        foreach (var version in Directory.GetFiles(Path.Combine(Samples, "terms"), "*.md").Order(StringComparer.Ordinal))
            await DoAsync("ada", "terms", "publish", version);
    }

    /// <summary>A report on content of the sample's customer, seen now, with a screenshot.</summary>
    protected Task<Said> FileAsync(string url, params string[] more) => DoAsync(
        "ines",
        ["reports", "file", "--url", url, "--clause", "7.4", "--severity", "critical", "--excerpt", "Come armed.", "--screenshot", Path.Combine(SampleCase, "screenshots", "001.jpg"), .. more]);

    protected Task<Said> HireAsync(string login, string title, string role, params string[] more) => RunAsync(
        ["users", "add", "--login", login, "--name", char.ToUpperInvariant(login[0]) + login[1..] + " Example", "--title", title, "--email", $"{login}@cloud.example", "--roles", role, .. more]);
}
