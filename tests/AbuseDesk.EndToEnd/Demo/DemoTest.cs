using System.Text.Json;
using Npgsql;

namespace AbuseDesk.EndToEnd.Demo;

/// <summary>The demo, played once per engine by the real process.</summary>
[TestFixture("SQLite")]
[TestFixture("PostgreSQL")]
public abstract class DemoTest(string engine)
{
    private string? server;

    protected string Data { get; } = Path.Combine(Path.GetTempPath(), "abusedesk-e2e-" + Guid.NewGuid().ToString("n"));

    protected string? Database { get; private set; }

    protected JsonElement Document { get; private set; }

    protected JsonElement Notice => Document.GetProperty("notice");

    [OneTimeSetUp]
    public async Task PlayTheDemo()
    {
        if (engine == "PostgreSQL")
            await CreateDatabaseAsync();
        var ran = await RunAsync("demo", "--no-serve", "--json");
        Assert.That(ran.ExitCode, Is.Zero, ran.Error);
        Document = JsonDocument.Parse(ran.Output).RootElement;
    }

    [OneTimeTearDown]
    public async Task Clear()
    {
        if (Directory.Exists(Data))
            Directory.Delete(Data, recursive: true);
        if (Database is not null)
            await ExecuteAsync($"drop database if exists {new NpgsqlConnectionStringBuilder(Database).Database} with (force)");
    }

    protected Task<Ran> RunAsync(params string[] arguments) => DeskProcess.RunAsync(Database, [.. arguments, "--data", Data]);

    private async Task CreateDatabaseAsync()
    {
        server = Environment.GetEnvironmentVariable("ABUSEDESK_TEST_POSTGRES");
        if (string.IsNullOrEmpty(server))
        {
            const string missing = "PostgreSQL is not there: tests/run starts it, or set ABUSEDESK_TEST_POSTGRES to a connection string.";
            if (Environment.GetEnvironmentVariable("ABUSEDESK_TEST_REQUIRE") == "all")
                Assert.Fail(missing);
            Assert.Ignore(missing);
        }

        var name = "abusedesk_demo_" + Guid.NewGuid().ToString("n");
        await ExecuteAsync($"create database {name}");
        Database = new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
