using System.Collections.Concurrent;
using System.Data.Common;
using AbuseDesk.Database;

namespace AbuseDesk.Web.Workers;

/// <summary>One thing that has to be done again and again: reads only what is due, and does nothing where nothing is.</summary>
public sealed record DeskJob(string Name, Func<CancellationToken, Task> RunAsync);

/// <summary>
/// Runs the desk's jobs every few seconds, each for itself: neither one that fails nor one that waits for a slow server holds up the
/// others. What failed is tried again in its next round.
/// </summary>
public sealed class DeskWorkers(IEnumerable<DeskJob> jobs, ILogger<DeskWorkers> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // what goes on is said again only after a while
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (string Sentence, long At)> said = [];

    /// <summary>One round over all jobs, in the order of their registration.</summary>
    public async Task RunOnceAsync(CancellationToken stopping)
    {
        foreach (var job in jobs) await TryAsync(job, stopping);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(jobs.Select(job => Task.Run(() => RepeatAsync(job, stoppingToken), stoppingToken)));

    private async Task RepeatAsync(DeskJob job, CancellationToken stopping)
    {
        using var rounds = new PeriodicTimer(Pause);
        do
        {
            await TryAsync(job, stopping);
        }
        while (await rounds.WaitForNextTickAsync(stopping));
    }

    private async Task TryAsync(DeskJob job, CancellationToken stopping)
    {
        try
        {
            await job.RunAsync(stopping);
            said.TryRemove(job.Name, out _);
        }
        catch (DeskException wrong)
        {
            Say(job, wrong.Message);
        }
        catch (DbException away) when (!stopping.IsCancellationRequested && DatabaseTrouble.Sentence(away) is not null)
        {
            Say(job, DatabaseTrouble.Sentence(away)!);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            logger.LogError(failure, "{Job} failed and is tried again", job.Name);
        }
    }

    private void Say(DeskJob job, string sentence)
    {
        var last = said.GetValueOrDefault(job.Name);
        if (last.Sentence == sentence && TimeProvider.System.GetElapsedTime(last.At) < Silence) return;
        said[job.Name] = (sentence, TimeProvider.System.GetTimestamp());
        logger.LogWarning("{Job}: {Problem}", job.Name, sentence);
    }
}
