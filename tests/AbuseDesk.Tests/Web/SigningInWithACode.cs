using System.Net;
using System.Text.RegularExpressions;
using AbuseDesk.Staff.SecondFactor;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Web;

public sealed partial class SigningInWithACode(Engine engine) : WebTest(engine)
{
    private const string Page = "/me/second-factor";

    protected override string? Setting(string name) => name == "ABUSEDESK_SECOND_FACTOR" ? "legal,admin" : null;

    [Test]
    public async Task Who_has_added_an_authenticator_is_asked_for_its_code_and_no_code_is_taken_twice()
    {
        using var browser = await SignedInAsync(People.Ines);
        var (secret, _) = await AddFactorAsync(browser);
        Clock.Now += Duration.FromMinutes(1);

        using var later = Browser();
        using var half = await SignInAsync(later, "ines", Password, "/deadlines");
        Assert.That(half.Headers.Location!.OriginalString, Does.StartWith("/sign-in/code"));
        Assert.That(await IsInAsync(later), Is.False, "the password alone opens nothing");
        using var wrong = await CodeAsync(later, "000000");
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        using var right = await CodeAsync(later, Totp.CodeAt(secret, Clock.Now), "/deadlines");
        Assert.That(right.Headers.Location!.OriginalString, Is.EqualTo("/deadlines"));
        Assert.That(await ReadAsync(later, "/me"), Does.Contain("with a code").And.Contain("You sign in with your password and a code."));

        using var thief = Browser();
        using var _1 = await SignInAsync(thief, "ines", Password);
        using var again = await CodeAsync(thief, Totp.CodeAt(secret, Clock.Now));
        Assert.That(await again.Content.ReadAsStringAsync(), Does.Contain("was used already"));
        Assert.That(await IsInAsync(thief), Is.False);
    }

    [Test]
    public async Task A_recovery_code_opens_once_and_is_kept_as_a_hash()
    {
        using var browser = await SignedInAsync(People.Ines);
        var (_, codes) = await AddFactorAsync(browser);
        Assert.That(codes, Has.Count.EqualTo(10).And.Unique);

        using var first = Browser();
        using var _1 = await SignInAsync(first, "ines", Password);
        using var opened = await CodeAsync(first, codes[3].ToUpperInvariant());
        Assert.That(await IsInAsync(first), Is.True);
        Assert.That(await ReadAsync(first, Page), Does.Contain("9 recovery codes are left"));

        using var second = Browser();
        using var _2 = await SignInAsync(second, "ines", Password);
        using var refused = await CodeAsync(second, codes[3]);
        Assert.That(await IsInAsync(second), Is.False);
        var kept = await Database.SnapshotAsync(tx => tx.QueryAsync<string>("select code_hash from recovery_codes union all select secret from second_factors"));
        Assert.That(kept, Has.None.Contains(codes[3]).And.None.Contains(codes[3].Replace("-", "", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Five_wrong_codes_lock_the_login_though_the_password_is_typed_right_between_them()
    {
        using var browser = await SignedInAsync(People.Ines);
        var (secret, _) = await AddFactorAsync(browser);
        using var guesser = Browser();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var half = await SignInAsync(guesser, "ines", Password);
            using var wrong = await CodeAsync(guesser, "000000");
        }

        Clock.Now += Duration.FromMinutes(1);
        using var locked = await SignInAsync(guesser, "ines", Password);
        Assert.That(await locked.Content.ReadAsStringAsync(), Does.Contain("locked for 15 minutes"));
    }

    [Test]
    public async Task A_wrong_code_adds_nothing_and_the_page_keeps_the_secret_that_was_scanned()
    {
        using var browser = await SignedInAsync(People.Ines);
        var (secret, kept) = Shown(await ReadAsync(browser, Page));

        using var wrong = await PostAsync(browser, $"{Page}?handler=Add", Page, ("kept", kept), ("code", "000000"));
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());

        Assert.That((wrong.StatusCode, Shown(page).Secret), Is.EqualTo((HttpStatusCode.BadRequest, secret)));
        Assert.That(page, Does.Contain("The code is not the one of this moment"));
        Assert.That(await Database.SnapshotAsync(tx => tx.GetAsync<long>("select count(*) from second_factors")), Is.Zero);
    }

    [Test]
    public async Task An_admin_takes_it_away_from_who_has_lost_it_and_oneself_needs_a_code()
    {
        using var ines = await SignedInAsync(People.Ines);
        var (secret, _) = await AddFactorAsync(ines);
        using var admin = await SignedInAsync(People.Admin);
        await AddFactorAsync(admin);

        using var wrong = await PostAsync(ines, $"{Page}?handler=Take", Page, ("code", "000000"));
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        using var taken = await PostAsync(admin, "/users/ines?handler=Factor", "/users/ines");

        Assert.That(await IsInAsync(ines), Is.False);
        using var back = Browser();
        using var opened = await SignInAsync(back, "ines", Password);
        Assert.That(await IsInAsync(back), Is.True);
        Assert.That(await Database.SnapshotAsync(tx => tx.GetAsync<string>("select actor || ' ' || summary from journal where act = 'second-factor-taken'")),
            Is.EqualTo("admin took away the second factor of Ines Calder (ines); their sessions ended"));
    }

    [Test]
    public async Task Whose_role_asks_for_it_sees_nothing_else_before_it_is_added()
    {
        using var ruth = await SignedInAsync(People.Ruth);
        foreach (var page in new[] { "/", "/me", "/review" })
        {
            using var answer = await ruth.GetAsync(new Uri(page, UriKind.Relative));
            Assert.That(answer.Headers.Location?.OriginalString, Is.EqualTo(Page), page);
        }

        Assert.That(await ReadAsync(ruth, Page), Does.Contain("Your role asks for it"));
        await AddFactorAsync(ruth);
        Assert.That(await IsInAsync(ruth), Is.True);
        using var ines = await SignedInAsync(People.Ines);
        Assert.That(await IsInAsync(ines), Is.True, "an agent's role does not");
    }

    private async Task<(string Secret, IReadOnlyList<string> Codes)> AddFactorAsync(HttpClient browser)
    {
        var (secret, kept) = Shown(await ReadAsync(browser, Page));
        using var answer = await PostAsync(browser, $"{Page}?handler=Add", Page, ("kept", kept), ("code", Totp.CodeAt(secret, Clock.Now)));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
        return (secret, [.. Code().Matches(page).Select(match => match.Groups[1].Value)]);
    }

    private static (string Secret, string Kept) Shown(string page) =>
        (Secret().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal), Kept().Match(page).Groups[1].Value);

    private static Task<HttpResponseMessage> CodeAsync(HttpClient browser, string code, string returnUrl = "/") =>
        PostAsync(browser, "/sign-in/code", "/sign-in/code", ("code", code), ("returnUrl", returnUrl));

    private static async Task<bool> IsInAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync(new Uri("/me", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK;
    }

    [GeneratedRegex("id=\"secret\">([A-Z2-7 ]+)<")]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"kept\" value=\"([^\"]+)\"")]
    private static partial Regex Kept();

    [GeneratedRegex("<li>([a-z2-9+]{5}-[a-z2-9+]{5})</li>")]
    private static partial Regex Code();
}
