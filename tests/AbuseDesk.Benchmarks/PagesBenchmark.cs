using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using AbuseDesk.Database;
using AbuseDesk.Web;
using NodaTime;

namespace AbuseDesk.Benchmarks;

/// <summary>Server time of the queue and of a case page over HTTP on loopback, with 2,000 cases of 100,000 items.</summary>
internal static partial class PagesBenchmark
{
    private const int Cases = 2_000;
    private const int ItemsOfACase = 50;
    private const int Requests = 200;
    private const string Password = "a password for the benchmark";

    public static async Task<int> RunAsync(string[] args)
    {
        await using var desk = await BenchDesk.OpenAsync(args);
        await Samples.CustomersAndTermsAsync(desk);
        await Seed.CasesAsync(desk, Cases, ItemsOfACase);
        await Seed.StaffAsync(desk, Samples.Agent, Password);
        await using var web = WebDesk.Build(["--urls", "http://127.0.0.1:0", "--ABUSEDESK_WORKERS", "off"], desk.Settings, desk.Clock);
        await web.StartAsync();
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(web.Urls.First()) };
        await SignInAsync(browser);
        var engine = args.Contains("postgres") ? "PostgreSQL" : "SQLite";
        await MeasureAsync(browser, $"queue ({engine})", _ => "/");
        await MeasureAsync(browser, $"case page ({engine})", request => $"/cases/C-2020-{1 + (request * 37 % Cases):0000}");
        await web.StopAsync();
        return 0;
    }

    private static async Task MeasureAsync(HttpClient browser, string what, Func<int, string> address)
    {
        var times = new List<double>();
        for (var request = -20; request < Requests; request++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await browser.GetAsync(new Uri(address(Math.Abs(request)), UriKind.Relative));
            var html = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode || !html.Contains("<main", StringComparison.Ordinal))
                throw new InvalidOperationException($"{address(request)} answered {answer.StatusCode}.");
            if (request >= 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Figures.Print(what, times, "ms");
    }

    private static async Task SignInAsync(HttpClient browser)
    {
        var page = await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["login"] = Samples.Agent.Login,
            ["password"] = Password,
            ["returnUrl"] = "",
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
        });
        using var answer = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
