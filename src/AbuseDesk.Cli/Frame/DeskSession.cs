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

    /// <summary>Prepares the data folder and the schema.</summary>
    public Task OpenAsync() => Get<DataFolder>().PrepareAsync();

    /// <summary>The person named by --as or ABUSEDESK_USER.</summary>
    /// <exception cref="DeskException">Nobody is named, or nobody of that name works here.</exception>
    public Task<Actor> ActorAsync() => user is { Length: > 0 }
        ? Get<GetActor>().RunAsync(user)
        : throw new DeskException("Say who acts: add --as LOGIN, or set ABUSEDESK_USER.");

    /// <summary>True where somebody is named.</summary>
    public bool HasUser => user is { Length: > 0 };

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
