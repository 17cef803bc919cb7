using AbuseDesk.Tests.Database;
using Npgsql;

namespace AbuseDesk.Tests.Cli;

/// <summary>Command lines on both engines: what ABUSEDESK_DATABASE names is a database of the test's own.</summary>
[TestFixture(Engine.Sqlite)]
[TestFixture(Engine.Postgres)]
public abstract class EngineCliTest(Engine engine) : CliTest
{
    private const string Setting = "ABUSEDESK_DATABASE";

    private (string Database, Func<Task> Drop)? server;

    [SetUp]
    public async Task NameTheDatabase()
    {
        if (engine == Engine.Sqlite)
            return;
        server = await PostgresTemplate.CopyAsync();
        Environment.SetEnvironmentVariable(Setting, server.Value.Database);
    }

    [TearDown]
    public async Task DropTheDatabase()
    {
        Environment.SetEnvironmentVariable(Setting, null);
        if (server is not { } copy)
            return;
        server = null;
        await copy.Drop();
    }

    /// <summary>Leaves a database that no desk was ever opened on.</summary>
    protected async Task EmptyTheDatabaseAsync()
    {
        if (server is not { } copy)
            return;
        await using var connection = new NpgsqlConnection(copy.Database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("drop schema public cascade; create schema public", connection);
        await command.ExecuteNonQueryAsync();
    }
}
