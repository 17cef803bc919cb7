using AbuseDesk.Database;
using Npgsql;

namespace AbuseDesk.Tests.Database;

/// <summary>
/// A migrated PostgreSQL database, made once and copied for each test. <c>ABUSEDESK_TEST_POSTGRES</c> names the server;
/// where it is missing the tests are skipped, or fail if <c>ABUSEDESK_TEST_REQUIRE=all</c>.
/// </summary>
internal static class PostgresTemplate
{
    private static readonly Lazy<Task<string>> Template = new(MakeAsync);

    private static string? Server => Environment.GetEnvironmentVariable("ABUSEDESK_TEST_POSTGRES");

    public static async Task<(string Database, Func<Task> Drop)> CopyAsync()
    {
        if (string.IsNullOrEmpty(Server))
            Missing.Part("PostgreSQL is not there: tests/run starts it, or set ABUSEDESK_TEST_POSTGRES to a connection string.");

        var template = await Template.Value;
        var name = "abusedesk_test_" + Guid.NewGuid().ToString("n");
        await ExecuteAsync($"create database {name} template {template}");
        return (ConnectionString(name), () => ExecuteAsync($"drop database if exists {name} with (force)"));
    }

    private static async Task<string> MakeAsync()
    {
        var name = "abusedesk_template_" + Environment.ProcessId;
        await ExecuteAsync($"drop database if exists {name} with (force)");
        await ExecuteAsync($"create database {name}");
        await using (var database = new DeskDatabase(ConnectionString(name), TimeProvider.System))
        {
            await new SchemaUpgrade(database).RunAsync();
        }

        // a template with a connection open on it cannot be copied
        NpgsqlConnection.ClearAllPools();
        return name;
    }

    private static string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, Pooling = true, MaxPoolSize = 10 }.ToString();

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
