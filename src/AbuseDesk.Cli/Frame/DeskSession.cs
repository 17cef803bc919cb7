using AbuseDesk.Database;
using AbuseDesk.Staff;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AbuseDesk.Cli.Frame;

/// <summary>The desk as one command uses it: opened, brought up to date, and with the person who acts.</summary>
public sealed class DeskSession(DeskSettings settings, TimeProvider clock, string? user, Output output) : IAsyncDisposable
{
    private readonly ServiceProvider services = new ServiceCollection()
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
        .AddAbuseDesk(settings, clock)
        .BuildServiceProvider();

    public DeskSettings Settings => settings;

    public Output Out => output;

    public DeskZone Zone => Get<DeskZone>();

    public DeskDatabase Database => Get<DeskDatabase>();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Opens the desk, brings its schema up to date, and refuses somebody who does not work here.</summary>
    /// <exception cref="DeskException">There is no desk, it cannot be opened, or nobody of the name works here.</exception>
    public async Task OpenAsync()
    {
        var folder = Get<DataFolder>();
        if (!await folder.IsThereAsync())
            throw new DeskException(NoDesk());
        await folder.PrepareAsync();
        if (HasUser)
            await ActorAsync();
    }

    /// <summary>Opens the desk, and makes one where there is none: for the commands that begin one.</summary>
    public Task BeginAsync() => Get<DataFolder>().PrepareAsync();

    /// <summary>Whether there is a desk; looking makes none.</summary>
    public Task<bool> IsThereAsync() => Get<DataFolder>().IsThereAsync();

    private string NoDesk()
    {
        const string begin = "name its folder with --data, or begin one with “abusedesk users add … --roles admin” or “abusedesk demo”.";
        if (File.Exists(settings.DataFolder))
            return $"{settings.DataFolder} is a file and no data folder; {begin}";
        return Directory.Exists(settings.DataFolder) && Database.IsPostgres
            ? $"There is no desk in the database that ABUSEDESK_DATABASE names; {begin}"
            : $"There is no desk in {settings.DataFolder}; {begin}";
    }

    /// <summary>The person named by --as or ABUSEDESK_USER.</summary>
    /// <exception cref="DeskException">Nobody is named, or nobody of that name works here.</exception>
    public Task<Actor> ActorAsync() => user is { Length: > 0 }
        ? Get<GetActor>().RunAsync(user)
        : throw new DeskException("Say who acts: add --as LOGIN, or set ABUSEDESK_USER.");

    /// <summary>True where somebody is named.</summary>
    public bool HasUser => user is { Length: > 0 };

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
