using System.Text.Json;
using Npgsql;

namespace AbuseDesk.EndToEnd.Demo;

/// <summary>A data folder of its own, and on PostgreSQL a database of its own; both go with it.</summary>
public sealed class DemoDesk : IAsyncDisposable
{
    private string? server;

    private string? database;

    public string Data { get; } = Path.Combine(Path.GetTempPath(), "abusedesk-e2e-" + Guid.NewGuid().ToString("n"));

    /// <summary>What <c>demo --json</c> printed.</summary>
    public JsonElement Document { get; private set; }

    /// <param name="engine">SQLite or PostgreSQL; ignores the test where there is no server.</param>
    public static async Task<DemoDesk> PlayAsync(string engine)
    {
        var desk = new DemoDesk();
        if (engine == "PostgreSQL")
            await desk.CreateDatabaseAsync();
        var played = false;
        try
        {
            var ran = await desk.RunAsync("demo", "--no-serve", "--json");
            Assert.That(ran.ExitCode, Is.Zero, ran.Error);
            desk.Document = JsonDocument.Parse(ran.Output).RootElement;
            played = true;
            return desk;
        }
        finally
        {
            if (!played)
                await desk.DisposeAsync();
        }
    }

    public Task<Ran> RunAsync(params string[] arguments) => DeskProcess.RunAsync(database, [.. arguments, "--data", Data]);

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Data))
            Directory.Delete(Data, recursive: true);
        if (database is not null)
            await ExecuteAsync($"drop database if exists {new NpgsqlConnectionStringBuilder(database).Database} with (force)");
    }

    private async Task CreateDatabaseAsync()
    {
        server = Environment.GetEnvironmentVariable("ABUSEDESK_TEST_POSTGRES");
        if (string.IsNullOrEmpty(server))
            Missing.Part("PostgreSQL is not there: tests/run starts it, or set ABUSEDESK_TEST_POSTGRES to a connection string.");

        var name = "abusedesk_demo_" + Guid.NewGuid().ToString("n");
        await ExecuteAsync($"create database {name}");
        database = new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
