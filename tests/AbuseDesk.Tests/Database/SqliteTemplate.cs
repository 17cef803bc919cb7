using AbuseDesk.Database;

namespace AbuseDesk.Tests.Database;

/// <summary>A migrated SQLite file, made once and copied for each test.</summary>
internal static class SqliteTemplate
{
    private static readonly Lazy<Task<string>> Template = new(MakeAsync);

    public static async Task<string> CopyAsync(string folder)
    {
        var file = Path.Combine(folder, "abusedesk.db");
        File.Copy(await Template.Value, file);
        return $"Data Source={file}";
    }

    private static async Task<string> MakeAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("abusedesk-template-").FullName, "template.db");
        await using (var database = new DeskDatabase($"Data Source={file}", TimeProvider.System))
        {
            await new SchemaUpgrade(database).RunAsync();
            await using var connection = await database.OpenAsync();
            await using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "pragma wal_checkpoint(truncate)";
            await checkpoint.ExecuteNonQueryAsync();
        }

        return file;
    }
}
