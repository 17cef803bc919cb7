using System.Net;
using System.Text.RegularExpressions;
using AbuseDesk.Tests.Database;
using AbuseDesk.Web;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Tests.Web;

/// <summary>The web desk on a port of its own over the desk of the test, and browsers that keep cookies and follow nothing by themselves.</summary>
public abstract partial class WebTest(Engine engine) : DeskTest(engine)
{
    protected const string Password = "correct horse battery";

    private WebApplication? app;

    /// <summary>False for fixtures that look at no page.</summary>
    protected virtual bool StartsTheWeb => true;

    protected Uri Address => new(app!.Urls.First());

    protected IServiceProvider WebServices => app!.Services;

    [SetUp]
    public async Task StartTheWeb()
    {
        if (!StartsTheWeb) return;
        app = WebDesk.Build(["--urls", "http://127.0.0.1:0", "--ABUSEDESK_WORKERS", "off"], Desk.Settings, Clock);
        await app.StartAsync();
    }

    // runs before the desk under it is closed
    [TearDown]
    public async Task StopTheWeb()
    {
        if (app is not null) await app.DisposeAsync();
        app = null;
    }

    protected HttpClient Browser() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    protected async Task AddAsync(Actor person, string? password = Password)
    {
        using var scope = WebServices.CreateScope();
        var hash = password is null
            ? null : scope.ServiceProvider.GetRequiredService<IPasswordHasher<StaffAccount>>().HashPassword(new StaffAccount(), password);
        await Database.WriteAsync(tx => tx.ExecuteAsync(
            """
            insert into staff (login, name, title, email, zone, roles, password_hash, security_stamp, created_at)
            values (@Login, @Name, '', @email, 'America/Los_Angeles', @roles, @hash, @stamp, @Now)
            on conflict (login) do update set password_hash = excluded.password_hash, roles = excluded.roles
            """,
            new
            {
                person.Login,
                person.Name,
                email = $"{person.Login}@cloud.example",
                hash,
                stamp = Guid.NewGuid().ToString("n"),
                tx.Now,
                roles = string.Join(' ', person.Roles.Select(Words.Of)),
            }));
    }

    protected async Task<HttpClient> SignedInAsync(Actor person)
    {
        await AddAsync(person);
        var browser = Browser();
        using var answer = await SignInAsync(browser, person.Login, Password);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());
        return browser;
    }

    protected static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string login, string password, string? returnUrl = null) =>
        PostAsync(browser, "/sign-in", "/sign-in" + (returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}"),
            ("login", login), ("password", password), ("returnUrl", returnUrl ?? ""));

    /// <summary>Sends a form as a browser does that opened the page first.</summary>
    protected static async Task<HttpResponseMessage> PostAsync(
        HttpClient browser, string target, string page, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync(browser, page);
        var form = fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var content = new FormUrlEncodedContent(form);
        return await browser.PostAsync(new Uri(target, UriKind.Relative), content);
    }

    protected static async Task<string> TokenAsync(HttpClient browser, string page) =>
        Token().Match(await browser.GetStringAsync(new Uri(page, UriKind.Relative))).Groups[1].Value;

    protected static async Task<string> ReadAsync(HttpClient browser, string page) =>
        WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(page, UriKind.Relative)));

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
