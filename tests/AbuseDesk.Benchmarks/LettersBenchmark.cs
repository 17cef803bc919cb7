using System.Diagnostics;
using System.Globalization;
using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Reports;
using NodaTime;

namespace AbuseDesk.Benchmarks;

/// <summary>
/// Short notices (receipts to a reporter), from the record to PDF, HTML and text: one after the other on one core, then 1,000 at once.
/// </summary>
internal static class LettersBenchmark
{
    private const int OneByOne = 200;
    private const int AtOnce = 1000;

    public static async Task<int> RunAsync(string[] args)
    {
        await using var desk = await BenchDesk.OpenAsync(args);
        await Samples.CustomersAndTermsAsync(desk);
        var notice = await DraftAsync(desk);
        var compile = desk.Get<CompileNotice>();
        var pages = (await compile.RunAsync(notice, null)).Pages;
        for (var run = 0; run < OneByOne; run++)
            await compile.RunAsync(notice, null);

        // what the process used of its cores, so that the figure is for one whatever runs beside it
        var (cpu, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        for (var run = 0; run < OneByOne; run++)
            await compile.RunAsync(notice, null);
        Say($"{OneByOne} notices of {Counted.Of(pages, "page")} one after the other, warm: {OneByOne / watch.Elapsed.TotalSeconds:0} a second by the clock, {OneByOne / Since(cpu):0} a second of a core");
        return await AtOnceAsync(compile, notice);
    }

    private static async Task<int> AtOnceAsync(CompileNotice compile, NoticeRow notice)
    {
        var errors = 0;
        for (var round = 1; round <= 3; round++)
        {
            var (cpu, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
            {
                try
                {
                    await compile.RunAsync(notice, null);
                }
#pragma warning disable CA1031 // whatever goes wrong is counted
                catch (Exception e)
                {
                    Interlocked.Increment(ref errors);
                    await Console.Error.WriteLineAsync(e.Message);
                }
#pragma warning restore CA1031
            })));
            var (passed, core) = (watch.Elapsed.TotalSeconds, AtOnce / Since(cpu));
            Say($"{AtOnce} at once, round {round}: {passed:0.0} s, {core:0} a second of a core, {errors} errors, {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0} MB held afterwards, process {Environment.WorkingSet / 1e6:0} MB, peak {Figures.PeakMegabytes():0} MB");
        }

        return errors == 0 ? 0 : 1;
    }

    private static async Task<NoticeRow> DraftAsync(BenchDesk desk)
    {
        await desk.Database.WriteAsync(tx => tx.ExecuteAsync(
            """
            insert into staff (login, name, title, email, zone, roles, security_stamp, created_at)
            values ('ines', 'Ines Calder', 'Abuse Desk', 'ines@cloud.example', 'UTC', 'agent', 'x', @Now)
            """,
            new { tx.Now }));
        var filed = await desk.Get<FileReport>().RunAsync(Samples.Agent, new FileReportRequest
        {
            Source = ReportSource.Form,
            ReporterName = "Jo Field",
            ReporterEmail = "jo@watch.example",
            Url = "https://perch.example/p/1",
            SeenAt = desk.Database.Now - Duration.FromHours(1),
            Clause = "7.4",
            Severity = Severity.High,
            Note = "seen in passing",
        });
        var drafted = await desk.Get<DraftNotice>().RunAsync(Samples.Agent, new DraftNoticeRequest { CaseRef = filed.CaseRef!, Kind = NoticeKind.Receipt, ReportRef = filed.ReportRef });
        return await desk.Get<NoticeRecords>().GetAsync(drafted.Ref);
    }

    private static double Since(TimeSpan cpu) => (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
