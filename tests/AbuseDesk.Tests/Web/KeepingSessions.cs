using System.Net;
using System.Text.RegularExpressions;
using AbuseDesk.Staff;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using AbuseDesk.Web;
using NodaTime;

namespace AbuseDesk.Tests.Web;

public sealed partial class KeepingSessions(Engine engine) : WebTest(engine)
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private const string Telephone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

    [Test]
    public async Task My_page_says_where_I_am_signed_in_and_signs_out_one_browser()
    {
        using var desktop = await OpenAsync(People.Ines, Firefox);
        Clock.Now += Duration.FromMinutes(5);
        using var telephone = await OpenAsync(People.Ines, Telephone);

        var page = await ReadAsync(desktop, "/me");
        Assert.That(page, Does.Contain("Firefox on Linux").And.Contain("Safari on iPhone").And.Contain("127.0.0.1").And.Contain("This browser"));
        using var ended = await PostAsync(desktop, "/me?handler=End", "/me", ("session", Others(page).Single()));

        Assert.That(await IsInAsync(telephone), Is.False);
        Assert.That(await ReadAsync(desktop, "/me"), Does.Contain("That browser is signed out.").And.Not.Contain("iPhone"));
    }

    [Test]
    public async Task Nobody_signs_others_out_by_their_number()
    {
        using var ines = await OpenAsync(People.Ines, Firefox);
        using var ruth = await OpenAsync(People.Ruth, Firefox);
        var number = await Database.SnapshotAsync(tx => tx.GetAsync<long>("select s.id from sessions s join staff p on p.id = s.staff_id where p.login = 'ruth'"));

        using var refused = await PostAsync(ines, "/me?handler=End", "/me", ("session", $"{number}"));

        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("That session is over already"));
        Assert.That(await IsInAsync(ruth), Is.True);
    }

    [Test]
    public async Task Signing_out_everywhere_ends_all_of_mine_and_nobody_elses()
    {
        using var desktop = await OpenAsync(People.Ines, Firefox);
        using var telephone = await OpenAsync(People.Ines, Telephone);
        using var ruth = await OpenAsync(People.Ruth, Firefox);

        using var _ = await PostAsync(desktop, "/me?handler=Everywhere", "/me");

        Assert.That((await IsInAsync(desktop), await IsInAsync(telephone), await IsInAsync(ruth)), Is.EqualTo((false, false, true)));
    }

    [Test]
    public async Task A_cookie_that_was_copied_is_worth_nothing_after_signing_out()
    {
        using var desktop = await OpenAsync(People.Ines, Firefox);
        using var thief = Browser();
        using var signedIn = await SignInAsync(thief, "ines", Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("abusedesk=", StringComparison.Ordinal)).Split(';')[0];
        using var _ = await PostAsync(thief, "/sign-out", "/me");

        using var copy = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, "/me")) { Headers = { { "Cookie", cookie } } };
        using var plain = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var answer = await plain.SendAsync(copy);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await IsInAsync(desktop), Is.True);
    }

    [Test]
    public async Task A_changed_password_ends_the_other_sessions_and_a_disabled_person_has_none()
    {
        using var desktop = await OpenAsync(People.Ines, Firefox);
        using var telephone = await OpenAsync(People.Ines, Telephone);

        using var changed = await PostAsync(desktop, "/me", "/me", ("old", Password), ("wanted", "another battery, staple"), ("again", "another battery, staple"));
        Assert.That((await IsInAsync(desktop), await IsInAsync(telephone)), Is.EqualTo((true, false)));

        await Get<DisableStaff>().RunAsync(People.Admin, "ines");
        Assert.That(await IsInAsync(desktop), Is.False);
    }

    [Test]
    public async Task All_nodes_over_one_database_know_the_same_sessions()
    {
        await using var second = WebDesk.Build(["--urls", "http://127.0.0.1:0", "--ABUSEDESK_WORKERS", "off"], Desk.Settings, Clock);
        await second.StartAsync();
        using var desktop = await OpenAsync(People.Ines, Firefox);

        // cookies know no ports: the browser shows its cookie to the other node too
        Assert.That(await StatusAsync(desktop, second.Urls.First()), Is.EqualTo(HttpStatusCode.OK));
        using var _ = await PostAsync(desktop, "/me?handler=Everywhere", "/me");
        Assert.That(await StatusAsync(desktop, second.Urls.First()), Is.EqualTo(HttpStatusCode.Redirect));
        await second.StopAsync();
    }

    [Test]
    public async Task After_ten_hours_without_a_request_a_session_is_over()
    {
        using var desktop = await OpenAsync(People.Ines, Firefox);
        Clock.Now += Duration.FromHours(9);
        Assert.That(await IsInAsync(desktop), Is.True);
        Clock.Now += Duration.FromHours(9);
        Assert.That(await IsInAsync(desktop), Is.True, "each request counts");
        Clock.Now += Duration.FromHours(10);

        Assert.That(await IsInAsync(desktop), Is.False);
    }

    private async Task<HttpClient> OpenAsync(Actor person, string agent)
    {
        await AddAsync(person);
        var browser = Browser();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
        using var _ = await SignInAsync(browser, person.Login, Password);
        return browser;
    }

    private Task<bool> IsInAsync(HttpClient browser) => IsInAsync(browser, Address.ToString());

    private static async Task<bool> IsInAsync(HttpClient browser, string node) => await StatusAsync(browser, node) == HttpStatusCode.OK;

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string node)
    {
        using var answer = await browser.GetAsync(new Uri(new Uri(node), "/me"));
        return answer.StatusCode;
    }

    private static IEnumerable<string> Others(string page) => Number().Matches(page).Select(match => match.Groups[1].Value);

    [GeneratedRegex("name=\"session\" value=\"(\\d+)\"")]
    private static partial Regex Number();
}
