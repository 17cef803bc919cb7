using AbuseDesk.Cli.Frame;
using AbuseDesk.Database;
using Dapper;

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
            if (!await desk.Get<SchemaUpgrade>().HasDeskAsync())
                return Finding.Ok(Part, $"{database.Dialect.Name}; there is no desk yet, the first “abusedesk users add” or “abusedesk serve” makes it.");
            var version = await database.ReadAsync(connection => connection.ExecuteScalarAsync<string>(
                database.IsPostgres ? "show server_version" : "select sqlite_version()"));
            await desk.Get<SchemaUpgrade>().RefuseNewerAsync();
            var pending = await desk.Get<SchemaUpgrade>().PendingAsync();
            return pending.Count == 0
                ? Finding.Ok(Part, $"{database.Dialect.Name} {version}; the schema is up to date.")
                : new Finding(Part, FindingState.Advice, $"{database.Dialect.Name} {version}; the schema lacks {string.Join(", ", pending)}.", "Any other command brings it up to date; make a backup before.");
        });

    /// <summary>Whether there are data that further checks can look at.</summary>
    public static async Task<bool> CanBeReadAsync(DeskSession desk, Finding found)
    {
        if (found.State != FindingState.Ok)
            return false;
        return await desk.Get<SchemaUpgrade>().HasDeskAsync();
    }
}
