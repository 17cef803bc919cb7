using System.Diagnostics;
using System.Text;
using AbuseDesk.Reports;

namespace AbuseDesk.Benchmarks;

/// <summary>Files 10,000 items from CSV, on a desk with the sample customers and terms.</summary>
internal static class ImportBenchmark
{
    private const int Rows = 10_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var rates = new List<double>();
        for (var run = 0; run < 5; run++)
        {
            await using var desk = await BenchDesk.OpenAsync(args);
            await Samples.CustomersAndTermsAsync(desk);
            using var csv = new MemoryStream(Encoding.UTF8.GetBytes(Csv()));
            var watch = Stopwatch.StartNew();
            var done = await desk.Get<ImportReports>().RunAsync(Samples.Agent, new ImportReportsRequest { Csv = csv });
            rates.Add(Rows / watch.Elapsed.TotalSeconds);
            if (done.Filed != Rows)
                throw new InvalidOperationException($"{done.Filed} of {Rows} rows were filed.");
        }

        Figures.Print($"import of {Rows} rows ({(args.Contains("postgres") ? "PostgreSQL" : "SQLite")})", rates, "items/s");
        return 0;
    }

    private static string Csv()
    {
        var text = new StringBuilder("url,seen,clause,severity,excerpt,reporter,screenshot\n");
        for (var row = 0; row < Rows; row++)
            text.Append("https://perch.example/p/bench").Append(row).Append(",2020-12-05T10:00:00Z,7.4,high,\"Words, and more words\",Anonymous,\n");
        return text.ToString();
    }
}
