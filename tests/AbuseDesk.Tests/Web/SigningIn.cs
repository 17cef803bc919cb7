using System.Net;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Web;

public sealed class SigningIn(Engine engine) : WebTest(engine)
{
    [TestCase("/")]
    [TestCase("/cases/C-2020-0001")]
    [TestCase("/me")]
    [TestCase("/there-is-no-such-page")]
    [TestCase("/evidence/0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Nothing_is_shown_to_somebody_who_is_not_signed_in(string page)
    {
        using var browser = Browser();

        using var answer = await browser.GetAsync(new Uri(page, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(answer.Headers.Location!.PathAndQuery, Does.StartWith("/sign-in?returnUrl="));
    }

    [TestCase("/health")]
    [TestCase("/css/base.css")]
    [TestCase("/sprite.svg")]
    [TestCase("/fonts/IBMPlexSans-Regular.woff2")]
    public async Task Health_and_the_files_of_the_pages_need_no_sign_in(string path)
    {
        using var browser = Browser();

        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("/cases/C-2020-0001", "/cases/C-2020-0001")]
    [TestCase("https://elsewhere.example/", "/")]
    [TestCase("//elsewhere.example/", "/")]
    public async Task After_signing_in_one_goes_on_where_one_wanted_to_but_never_to_another_site(string wanted, string target)
    {
        await AddAsync(People.Ines);
        using var browser = Browser();

        using var answer = await SignInAsync(browser, "ines", Password, wanted);

        Assert.That(answer.Headers.Location!.OriginalString, Is.EqualTo(target));
    }

    [Test]
    public async Task The_cookie_is_kept_from_scripts_and_from_other_sites()
    {
        await AddAsync(People.Ines);
        using var browser = Browser();

        using var answer = await SignInAsync(browser, "INES", Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("abusedesk=", StringComparison.Ordinal));
        Assert.That(cookie, Does.Contain("httponly").And.Contain("samesite=strict"));
    }

    [TestCase("ines")]
    [TestCase("nobody")]
    public async Task A_wrong_password_and_an_unknown_login_get_the_same_sentence(string login)
    {
        await AddAsync(People.Ines);
        using var browser = Browser();

        using var answer = await SignInAsync(browser, login, "guess");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("The login or the password is wrong; try again."));
    }

    [Test]
    public async Task Five_wrong_passwords_lock_the_login_for_15_minutes()
    {
        await AddAsync(People.Ines);
        using var browser = Browser();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await SignInAsync(browser, "ines", "guess");
        }

        using var locked = await SignInAsync(browser, "ines", Password);
        Clock.Now += Duration.FromMinutes(15);
        using var open = await SignInAsync(browser, "ines", Password);

        Assert.That(await locked.Content.ReadAsStringAsync(), Does.Contain("locked for 15 minutes"));
        Assert.That(open.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task A_new_security_stamp_ends_the_session_with_the_next_request()
    {
        using var browser = await SignedInAsync(People.Ines);
        Assert.That(await ReadAsync(browser, "/me"), Does.Contain("Ines Calder"));

        await Database.WriteAsync(tx => tx.ExecuteAsync("update staff set security_stamp = 'another'"));
        using var answer = await browser.GetAsync(new Uri("/me", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Roles_are_those_of_the_moment_not_those_of_the_sign_in()
    {
        using var browser = await SignedInAsync(People.Ines);

        await Database.WriteAsync(tx => tx.ExecuteAsync("update staff set roles = 'auditor'"));

        Assert.That(await ReadAsync(browser, "/me"), Does.Contain("auditor"));
        Assert.That(await ReadAsync(browser, "/"), Does.Not.Contain("File a report <kbd>"));
    }

    [Test]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = await SignedInAsync(People.Ines);

        using var _ = await PostAsync(browser, "/sign-out", "/me");
        using var answer = await browser.GetAsync(new Uri("/", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task A_form_without_the_token_of_its_page_is_refused()
    {
        using var browser = await SignedInAsync(People.Ines);
        using var nothing = new FormUrlEncodedContent([]);

        using var answer = await browser.PostAsync(new Uri("/sign-out", UriKind.Relative), nothing);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("The form was not accepted"));
    }
}
