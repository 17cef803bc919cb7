using System.Net;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using AbuseDesk.Web;
using Microsoft.AspNetCore.Builder;

namespace AbuseDesk.Tests.Web;

public sealed class StandingBehindAProxy(Engine engine) : WebTest(engine)
{
    [Test]
    public async Task A_proxy_on_this_machine_is_believed_about_TLS_and_the_host()
    {
        using var browser = Browser();
        Say(browser, ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "desk.cloud.example"), ("X-Forwarded-For", "203.0.113.9"));

        using var form = await browser.GetAsync(new Uri("/sign-in", UriKind.Relative));
        using var elsewhere = await browser.GetAsync(new Uri("/cases/C-2020-0001", UriKind.Relative));

        Assert.That(CookieOf(form), Does.Contain("secure"));
        Assert.That(elsewhere.Headers.Location!.OriginalString, Does.StartWith("https://desk.cloud.example/sign-in"));
    }

    [Test]
    public async Task Without_a_proxy_nothing_pretends_to_be_TLS()
    {
        using var browser = Browser();

        using var form = await browser.GetAsync(new Uri("/sign-in", UriKind.Relative));

        Assert.That(CookieOf(form), Does.Not.Contain("secure"));
    }

    [TestCase("", false)]
    [TestCase("10.0.0.5", true)]
    [TestCase("192.0.2.1, 10.0.0.0/8", true)]
    [TestCase("192.0.2.1", false)]
    public async Task A_proxy_elsewhere_is_believed_where_the_setting_names_it(string proxies, bool believed)
    {
        await using var web = Build(proxies);
        await web.StartAsync();
        using var browser = new HttpClient { BaseAddress = new Uri(web.Urls.First()) };
        // a proxy on this machine passes on what one at 10.0.0.5 said
        Say(browser, ("X-Forwarded-For", "203.0.113.9, 10.0.0.5"), ("X-Forwarded-Proto", "https, http"));

        using var form = await browser.GetAsync(new Uri("/sign-in", UriKind.Relative));

        Assert.That(CookieOf(form), believed ? Does.Contain("secure") : Does.Not.Contain("secure"));
    }

    [Test]
    public void A_setting_that_names_no_address_stops_the_start() =>
        Assert.That(() => Build("proxy.example"), Throws.TypeOf<DeskException>().With.Message.Contains("ABUSEDESK_PROXIES holds “proxy.example”"));

    [Test]
    public async Task A_page_that_is_not_there_is_no_warning_in_the_log()
    {
        using var browser = await SignedInAsync(People.Ines);
        var error = Console.Error;
        using var logged = new StringWriter();
        Console.SetError(logged);
        try
        {
            using var answer = await browser.GetAsync(new Uri("/nowhere", UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }
        finally
        {
            Console.SetError(error);
        }

        Assert.That(logged.ToString(), Is.Empty);
    }

    private WebApplication Build(string proxies) =>
        WebDesk.Build(["--urls", "http://127.0.0.1:0", "--ABUSEDESK_WORKERS", "off", "--ABUSEDESK_PROXIES", proxies], Desk.Settings, Clock);

    private static void Say(HttpClient browser, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
            browser.DefaultRequestHeaders.Add(name, value);
    }

    private static string CookieOf(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single();
}
