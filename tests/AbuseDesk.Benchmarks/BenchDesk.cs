using AbuseDesk.Database;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AbuseDesk.Benchmarks;

/// <summary>
/// A desk to measure, in a temporary folder: on SQLite, or with "postgres" on the server that <c>ABUSEDESK_TEST_POSTGRES</c> names.
/// </summary>
internal sealed class BenchDesk : IAsyncDisposable
{
    private readonly string folder;
    private readonly bool mine;
    private readonly string? database;

    private BenchDesk(string? folder, bool postgres)
    {
        mine = folder is null;
        this.folder = folder ?? Directory.CreateTempSubdirectory("abusedesk-bench-").FullName;
        database = postgres ? "abusedesk_bench_" + Guid.NewGuid().ToString("n") : null;
        Settings = DeskSettings.From(name => name == "ABUSEDESK_DATABASE" && postgres ? Connection(database!) : null, this.folder);
        Clock = TimeProvider.System;
        Services = new ServiceCollection().AddLogging().AddAbuseDesk(Settings, Clock).BuildServiceProvider();
    }

    public TimeProvider Clock { get; }

    public DeskSettings Settings { get; }

    public ServiceProvider Services { get; }

    public DeskDatabase Database => Get<DeskDatabase>();

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>The engine that the arguments ask for, as figures name it.</summary>
    public static string EngineOf(string[] args) => args.Contains("postgres") ? "PostgreSQL" : "SQLite";

    public static async Task<BenchDesk> OpenAsync(string[] args)
    {
        var desk = new BenchDesk(null, args.Contains("postgres"));
        if (desk.database is { } name)
            await ServerAsync($"create database {name}");
        await desk.Get<DataFolder>().PrepareAsync();
        return desk;
    }

    /// <summary>A desk over a data folder that stays.</summary>
    public static async Task<BenchDesk> OverAsync(string folder)
    {
        var desk = new BenchDesk(Path.GetFullPath(folder), postgres: false);
        await desk.Get<DataFolder>().PrepareAsync();
        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (database is not null)
            await ServerAsync($"drop database {database} with (force)");
        if (mine)
            Directory.Delete(folder, recursive: true);
    }

    private static string Connection(string name) => new NpgsqlConnectionStringBuilder(
        Environment.GetEnvironmentVariable("ABUSEDESK_TEST_POSTGRES") ?? throw new InvalidOperationException("Set ABUSEDESK_TEST_POSTGRES."))
    { Database = name }.ToString();

    private static async Task ServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
