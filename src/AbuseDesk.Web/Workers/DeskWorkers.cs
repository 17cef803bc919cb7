namespace AbuseDesk.Web.Workers;

/// <summary>One thing that has to be done again and again: reads only what is due, and does nothing where nothing is.</summary>
public sealed record DeskJob(string Name, Func<CancellationToken, Task> RunAsync);

/// <summary>Runs the desk's jobs every few seconds. One job's failure never stops the others; it is tried again in the next round.</summary>
public sealed class DeskWorkers(IEnumerable<DeskJob> jobs, ILogger<DeskWorkers> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>One round over all jobs, in the order of their registration.</summary>
    public async Task RunOnceAsync(CancellationToken stopping)
    {
        foreach (var job in jobs) await TryAsync(job, stopping);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Pause);
        do
        {
            await RunOnceAsync(stoppingToken);
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(DeskJob job, CancellationToken stopping)
    {
        try
        {
            await job.RunAsync(stopping);
        }
        catch (DeskException wrong)
        {
            logger.LogWarning("{Job}: {Problem}", job.Name, wrong.Message);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            logger.LogError(failure, "{Job} failed and is tried again", job.Name);
        }
    }
}
