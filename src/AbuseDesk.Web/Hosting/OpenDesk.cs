using AbuseDesk.Database;

namespace AbuseDesk.Web.Hosting;

/// <summary>Makes the data folder ready before the first request, and before anything else that starts with the host.</summary>
internal sealed class OpenDesk(DataFolder folder) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => folder.PrepareAsync();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
