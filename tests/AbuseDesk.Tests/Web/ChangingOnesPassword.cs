using System.Net;
using AbuseDesk.Staff;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using AbuseDesk.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Tests.Web;

public sealed class ChangingOnesPassword(Engine engine) : WebTest(engine)
{
    private const string New = "staple of the battery";

    [Test]
    public async Task This_browser_goes_on_and_every_other_is_signed_out()
    {
        using var here = await SignedInAsync(People.Ines);
        using var elsewhere = Browser();
        using var _ = await SignInAsync(elsewhere, "ines", Password);

        using var changed = await ChangeAsync(here, Password, New, New);

        Assert.That(changed.Headers.Location!.OriginalString, Is.EqualTo("/me"));
        Assert.That(await ReadAsync(here, "/me"), Does.Contain("Your password is changed."));
        using var ended = await elsewhere.GetAsync(new Uri("/me", UriKind.Relative));
        using var opened = await SignInAsync(elsewhere, "ines", New);
        Assert.That((ended.StatusCode, opened.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Redirect)));
    }

    [TestCase("guess", New, New, "The old password is wrong")]
    [TestCase(Password, "short", "short", "shorter than 15 characters")]
    [TestCase(Password, New, "another one of them", "not typed the same twice")]
    public async Task What_is_wrong_is_said_beside_the_form(string old, string wanted, string again, string sentence)
    {
        using var browser = await SignedInAsync(People.Ines);

        using var answer = await ChangeAsync(browser, old, wanted, again);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(sentence).And.Not.Contain(New));
        Assert.That((await browser.GetAsync(new Uri("/me", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_sign_in_that_was_under_way_does_not_bring_the_old_password_back()
    {
        await AddAsync(People.Ines);
        await AddAsync(People.Admin);
        var store = WebServices.GetRequiredService<StaffStore>();
        var underWay = (await store.FindByNameAsync("ines", default))!;

        var password = await Get<ResetPassword>().RunAsync(People.Admin, "ines");
        await store.UpdateAsync(underWay, default);

        using var browser = Browser();
        using var old = await SignInAsync(browser, "ines", Password);
        using var opened = await SignInAsync(browser, "ines", password);
        Assert.That((old.StatusCode, opened.StatusCode), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.Redirect)));
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient browser, string old, string wanted, string again) =>
        PostAsync(browser, "/me", "/me", ("old", old), ("wanted", wanted), ("again", again));
}
