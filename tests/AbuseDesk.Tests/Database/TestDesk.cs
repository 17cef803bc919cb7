using AbuseDesk.Database;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AbuseDesk.Tests.Database;

/// <summary>A whole desk on a data folder and a database of its own, with a clock that the test sets.</summary>
public sealed class TestDesk : IAsyncDisposable
{
    private readonly string folder;
    private readonly Func<Task> drop;

    private TestDesk(string folder, string database, Func<Task> drop, bool ownTemplates, Func<string, string?>? more)
    {
        this.folder = folder;
        this.drop = drop;
        var settings = DeskSettings.From(name => name switch
        {
            "ABUSEDESK_DATABASE" => database,
            "ABUSEDESK_TEMPLATES" when ownTemplates => CopyTemplates(folder),
            "ABUSEDESK_ZONE" => "America/Los_Angeles",
            _ => more?.Invoke(name),
        }, folder);
        Services = new ServiceCollection().AddLogging().AddAbuseDesk(settings, Clock).BuildServiceProvider();
        Settings = settings;
    }

    public ScriptedClock Clock { get; } = new(Instant.FromUtc(2020, 11, 16, 16, 0));

    public ServiceProvider Services { get; }

    public DeskSettings Settings { get; }

    public static async Task<TestDesk> OpenAsync(Engine engine, bool ownTemplates, Func<string, string?>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("abusedesk-test-").FullName;
        var (database, drop) = engine == Engine.Sqlite
            ? (await SqliteTemplate.CopyAsync(folder), () => Task.CompletedTask)
            : await PostgresTemplate.CopyAsync();
        return new TestDesk(folder, database, drop, ownTemplates, more);
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await drop();
        Directory.Delete(folder, recursive: true);
    }

    private static string CopyTemplates(string folder)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "templates");
        var copy = Path.Combine(folder, "templates");
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}
