using Microsoft.Playwright;

namespace AbuseDesk.EndToEnd.Browser;

/// <summary>One real Chromium for the run. <c>ABUSEDESK_TEST_CHROMIUM</c> names it; Debian's place is tried otherwise.</summary>
[SetUpFixture]
public sealed class Chromium
{
    private static IPlaywright? playwright;
    private static IBrowser? browser;

    private static string Path => Environment.GetEnvironmentVariable("ABUSEDESK_TEST_CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>A browser of its own for one test: no cookies, nothing stored.</summary>
    public static Task<IBrowserContext> OpenAsync(int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light) =>
        OpenAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
        });

    /// <summary>The same where no script runs.</summary>
    public static Task<IBrowserContext> OpenWithoutScriptAsync() => OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });

    private static async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        if (browser is null)
            Missing.Part("Chromium is not there: tests/run installs it, or set ABUSEDESK_TEST_CHROMIUM to its path.");

        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        return context;
    }

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (!File.Exists(Path))
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Args =
            [
                // root has no sandbox to drop into on a build machine; nothing here may call home
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
