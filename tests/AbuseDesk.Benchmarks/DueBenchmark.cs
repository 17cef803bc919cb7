using System.Diagnostics;
using AbuseDesk.Deadlines;

namespace AbuseDesk.Benchmarks;

/// <summary>10,000 reminders that are due at once, among 100,000 open deadlines: planned and put into the outbox.</summary>
internal static class DueBenchmark
{
    private const int Deadlines = 100_000;
    private const int Due = 10_000;

    public static async Task<int> RunAsync(string[] args)
    {
        await using var desk = await BenchDesk.OpenAsync(args);
        await Seed.RemindableAsync(desk, Deadlines);
        var times = new List<double>();
        for (var sweep = 0; sweep < 4; sweep++)
        {
            await Seed.MakeDueAsync(desk, Due);
            var watch = Stopwatch.StartNew();
            var done = await desk.Get<RemindDue>().RunAsync();
            // the first sweep also compiles the code
            if (sweep > 0)
                times.Add(watch.Elapsed.TotalSeconds);
            if (done.Planned != Due)
                throw new InvalidOperationException($"{done.Planned} reminders went out instead of {Due}.");
        }

        Figures.Print($"{Due} due at once, planned and in the outbox ({BenchDesk.EngineOf(args)})", times, "s");
        return 0;
    }
}
