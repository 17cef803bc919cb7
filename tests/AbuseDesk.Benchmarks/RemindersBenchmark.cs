using System.Diagnostics;
using AbuseDesk.Deadlines;

namespace AbuseDesk.Benchmarks;

/// <summary>One reminder sweep over 1,000,000 open deadlines, of which 100 are due.</summary>
internal static class RemindersBenchmark
{
    private const int Deadlines = 1_000_000;
    private const int Due = 100;

    public static async Task<int> RunAsync(string[] args)
    {
        await using var desk = await BenchDesk.OpenAsync(args);
        await Seed.RemindableAsync(desk, Deadlines);
        var times = new List<double>();
        for (var sweep = 0; sweep < 11; sweep++)
        {
            await Seed.MakeDueAsync(desk, Due);
            var watch = Stopwatch.StartNew();
            var done = await desk.Get<RemindDue>().RunAsync();
            // the first sweep also compiles the code
            if (sweep > 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
            if (done.Planned != Due)
                throw new InvalidOperationException($"{done.Planned} reminders went out instead of {Due}.");
        }

        Figures.Print($"sweep of {Due} due among {Deadlines} open deadlines ({BenchDesk.EngineOf(args)})", times, "ms");
        return 0;
    }
}
