using System.Diagnostics;
using System.Globalization;
using AbuseDesk.Database;
using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using Dapper;

namespace AbuseDesk.Benchmarks;

/// <summary>
/// Compiles the suspension notice with its 98 screenshots, from the record to PDF, HTML and text.
/// Needs a data folder that <c>abusedesk demo --no-serve --data DIR</c> has filled: "notice DIR".
/// </summary>
internal static class NoticeBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var desk = await BenchDesk.OverAsync(args[0]);
        var notice = await desk.Database.ReadAsync(connection => connection.QuerySingleAsync<NoticeRow>(
            "select * from notices where kind = 'suspension' order by id desc limit 1"));
        var times = new List<double>();
        CompiledNotice? compiled = null;
        for (var run = 0; run < 6; run++)
        {
            var watch = Stopwatch.StartNew();
            compiled = await desk.Get<CompileNotice>().RunAsync(notice, null);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first compilation in a fresh process: {times[0]:0} ms"));
        Figures.Print("compilation of the notice", times.Skip(1), "ms");
        var shots = await desk.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(
            "select sum(e.size) from screenshots s join captures c on c.id = s.capture_id join evidence e on e.sha256 = c.sha256 where s.check_id is null"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{compiled!.Pages} pages, {compiled.Pdf.Size / 1e6:0.00} MB PDF over {shots / 1e6:0.00} MB of screenshots: {(double)compiled.Pdf.Size / shots:0.000} times; peak memory {Figures.PeakMegabytes():0} MB"));
        return 0;
    }
}
