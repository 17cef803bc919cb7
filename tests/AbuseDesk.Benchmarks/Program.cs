using AbuseDesk.Benchmarks;
using BenchmarkDotNet.Running;

// "dotnet run -c Release --project tests/AbuseDesk.Benchmarks -- import sqlite"; anything else goes to BenchmarkDotNet
return args switch
{
    ["notice", .. var rest] => await NoticeBenchmark.RunAsync(rest),
    ["exhibits", ..] => await ExhibitsBenchmark.RunAsync(),
    ["letters", .. var rest] => await LettersBenchmark.RunAsync(rest),
    ["import", .. var rest] => await ImportBenchmark.RunAsync(rest),
    ["pages", .. var rest] => await PagesBenchmark.RunAsync(rest),
    ["reminders", .. var rest] => await RemindersBenchmark.RunAsync(rest),
    ["due", .. var rest] => await DueBenchmark.RunAsync(rest),
    ["delivery", .. var rest] => await DeliveryBenchmark.RunAsync(rest),
    _ => Micro(args),
};

static int Micro(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(BenchDesk).Assembly).Run(args);
    return 0;
}
