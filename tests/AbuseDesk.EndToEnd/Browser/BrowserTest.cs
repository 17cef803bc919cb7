using Microsoft.Playwright;

namespace AbuseDesk.EndToEnd.Browser;

/// <summary>A test in a real browser. Whatever the console complains about, a broken content policy too, fails the test.</summary>
public abstract class BrowserTest
{
    private readonly List<IBrowserContext> opened = [];
    private readonly List<string> complaints = [];
    private string? tolerated;

    [TearDown]
    public async Task Close()
    {
        foreach (var context in opened) await context.DisposeAsync();
        opened.Clear();
        Assert.That(complaints, Is.Empty);
    }

    [SetUp]
    public void Begin()
    {
        complaints.Clear();
        tolerated = null;
    }

    /// <summary>A complaint that the test itself provokes: a form that is refused is one to the console.</summary>
    protected void Tolerate(string text) => tolerated = text;

    protected async Task<IPage> SignInAsync(string login, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var page = await OpenAsync(width, scheme, script);
        await EnterAsync(page, login, DeskServer.PasswordOf(login));
        return page;
    }

    /// <summary>Somebody whom the demo does not know.</summary>
    protected async Task<IPage> SignInAsync(string login, string password)
    {
        var page = await OpenAsync();
        await EnterAsync(page, login, password);
        return page;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    protected async Task<IPage> OpenAsync(int width = 1440, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var context = script ? await Chromium.OpenAsync(width, scheme: scheme) : await Chromium.OpenWithoutScriptAsync();
        opened.Add(context);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && (tolerated is null || !message.Text.Contains(tolerated, StringComparison.Ordinal))) complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        return page;
    }

    private static async Task EnterAsync(IPage page, string login, string password)
    {
        await page.GotoAsync(DeskServer.Address + "/sign-in");
        await page.FillAsync("input[name=login]", login);
        await page.FillAsync("input[name=password]", password);
        await page.PressAsync("input[name=password]", "Enter");
        await page.WaitForURLAsync(DeskServer.Address + "/");
    }

    protected static Task GoAsync(IPage page, string path) => page.GotoAsync(DeskServer.Address + path);
}
