using AbuseDesk.Cli.Frame;
using AbuseDesk.Database;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AbuseDesk.Cli.Commands.Doctor;

/// <summary>The engine, its version, and whether the schema is this program's.</summary>
internal static class DatabaseCheck
{
    private const string Part = "database";

    public static Task<Finding> RunAsync(DeskSession desk) =>
        Finding.LookAsync(Part, "Start the database server, or set ABUSEDESK_DATABASE to one that can be reached.", async () =>
        {
            var database = desk.Database;
            // looking must not make a database
            if (!Exists(database))
                return Finding.Ok(Part, $"{database.Dialect.Name}; there are no data yet, the first command makes them.");
            var version = await database.ReadAsync(connection => connection.ExecuteScalarAsync<string>(
                database.IsPostgres ? "show server_version" : "select sqlite_version()"));
            await desk.Get<SchemaUpgrade>().RefuseNewerAsync();
            var pending = await desk.Get<SchemaUpgrade>().PendingAsync();
            return pending.Count == 0
                ? Finding.Ok(Part, $"{database.Dialect.Name} {version}; the schema is up to date.")
                : new Finding(Part, FindingState.Advice, $"{database.Dialect.Name} {version}; the schema lacks {string.Join(", ", pending)}.", "Any other command brings it up to date; make a backup before.");
        });

    /// <summary>Whether there are data that further checks can look at.</summary>
    public static async Task<bool> CanBeReadAsync(DeskSession desk) =>
        Exists(desk.Database) && (await RunAsync(desk)).State == FindingState.Ok;

    private static bool Exists(DeskDatabase database) =>
        database.IsPostgres || File.Exists(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource);
}
