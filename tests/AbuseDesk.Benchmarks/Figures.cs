using System.Globalization;

namespace AbuseDesk.Benchmarks;

/// <summary>Figures as RESULTS.md shows them.</summary>
internal static class Figures
{
    public static void Print(string what, IEnumerable<double> values, string unit)
    {
        var sorted = values.Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: median {sorted[sorted.Count / 2]:0.0} {unit}, min {sorted[0]:0.0}, p95 {sorted[(int)(sorted.Count * 0.95)]:0.0}, max {sorted[^1]:0.0} (n={sorted.Count})"));
    }

    /// <summary>The most memory this process ever held, MB; 0 where the system does not say.</summary>
    public static double PeakMegabytes()
    {
        const string status = "/proc/self/status";
        var line = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
        return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
