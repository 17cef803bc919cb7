using System.Net;
using System.Text.RegularExpressions;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Web;

public sealed partial class LookingAfterTheStaff(Engine engine) : WebTest(engine)
{
    private static readonly (string, string)[] Nora =
    [
        ("form.login", "nora"), ("form.name", "Nora Falk"), ("form.title", "Agent"), ("form.email", "nora@cloud.example"),
        ("form.zone", "Europe/Oslo"), ("roles", "agent"), ("roles", "lead"),
    ];

    [Test]
    public async Task The_staff_is_for_admins_and_the_others_are_told_so()
    {
        await AddAsync(People.Ines);
        foreach (var person in new[] { People.Ines, People.Maren, People.Ruth })
        {
            using var browser = await SignedInAsync(person);
            foreach (var page in new[] { "/users", "/users/ines" })
            {
                using var answer = await browser.GetAsync(new Uri(page, UriKind.Relative));
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), $"{person.Login} {page}");
                Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("may not look after the staff: that needs the role admin."));
            }

            using var act = await PostAsync(browser, "/users/ines?handler=Password", "/me");
            Assert.That(act.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await ReadAsync(browser, "/me"), Does.Not.Contain("href=\"/users\""));
        }
    }

    [Test]
    public async Task An_auditor_reads_who_the_staff_are_and_is_offered_no_form()
    {
        await AddAsync(People.Ines);
        using var auditor = await SignedInAsync(People.Auditor);

        Assert.That(await ReadAsync(auditor, "/me"), Does.Contain("href=\"/users\""));
        Assert.That(await ReadAsync(auditor, "/users"), Does.Contain("Ines Calder").And.Not.Contain("Add a person"));
        Assert.That(await ReadAsync(auditor, "/users/ines"), Does.Contain("ines@cloud.example").And.Not.Contain("<button class=\"btn\""));
        using var act = await PostAsync(auditor, "/users/ines?handler=Password", "/me");
        Assert.That(act.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await act.Content.ReadAsStringAsync(), Does.Contain("Otto Vance may not"));
    }

    [Test]
    public async Task An_admin_adds_a_person_whose_password_is_shown_once_and_opens_the_desk()
    {
        using var admin = await SignedInAsync(People.Admin);
        Assert.That(await ReadAsync(admin, "/"), Does.Contain("href=\"/users\""));

        using var added = await PostAsync(admin, "/users", "/users", Nora);
        var password = await SecretAsync(added);

        Assert.That(added.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(await ReadAsync(admin, "/users"), Does.Contain("Nora Falk").And.Contain("agent, lead").And.Not.Contain(password));
        using var nora = Browser();
        using var opened = await SignInAsync(nora, "nora", password);
        Assert.That(opened.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await ReadAsync(nora, "/me"), Does.Contain("Nora Falk").And.Contain("agent, lead").And.Contain("Europe/Oslo"));
    }

    [Test]
    public async Task An_admin_changes_what_is_on_record_and_a_mistake_keeps_what_was_typed()
    {
        await AddAsync(People.Ines);
        using var admin = await SignedInAsync(People.Admin);
        (string, string)[] typed = [("name", "Ines Varga"), ("title", "Senior agent"), ("email", "ines@cloud.example"), ("zone", "Mars/Base"), ("version", "1")];

        using var wrong = await PostAsync(admin, "/users/ines?handler=Details", "/users/ines", typed);
        Assert.That(WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), Does.Contain("Mars/Base").And.Contain("value=\"Ines Varga\""));

        using var right = await PostAsync(admin, "/users/ines?handler=Details", "/users/ines", [.. typed.Select(field => field.Item1 == "zone" ? ("zone", "Europe/Oslo") : field)]);
        Assert.That(right.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await ReadAsync(admin, "/users/ines"), Does.Contain("Ines Varga").And.Contain("Europe/Oslo"));
    }

    [Test]
    public async Task A_person_who_cannot_be_added_is_named_and_what_was_typed_stays()
    {
        using var admin = await SignedInAsync(People.Admin);
        using var _ = await PostAsync(admin, "/users", "/users", Nora);

        using var again = await PostAsync(admin, "/users", "/users", [.. Nora.Where(field => field.Item1 != "form.login"), ("form.login", "nora2")]);
        var page = WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync());

        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(page, Does.Contain("is that of Nora Falk (nora); give each person their own.").And.Contain("value=\"nora2\"").And.Match("value=\"lead\" checked"));
    }

    [Test]
    public async Task A_reset_ends_the_session_and_only_the_new_password_opens_the_desk()
    {
        using var ines = await SignedInAsync(People.Ines);
        using var admin = await SignedInAsync(People.Admin);

        using var reset = await PostAsync(admin, "/users/ines?handler=Password", "/users/ines");
        var password = await SecretAsync(reset);

        using var ended = await ines.GetAsync(new Uri("/", UriKind.Relative));
        using var old = await SignInAsync(ines, "ines", Password);
        using var opened = await SignInAsync(ines, "ines", password);
        Assert.That((ended.StatusCode, old.StatusCode, opened.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Unauthorized, HttpStatusCode.Redirect)));
    }

    [Test]
    public async Task A_disabled_person_is_out_with_the_next_request_and_back_when_enabled()
    {
        using var ines = await SignedInAsync(People.Ines);
        using var admin = await SignedInAsync(People.Admin);

        using var disabled = await PostAsync(admin, "/users/ines?handler=Disable", "/users/ines");
        using var ended = await ines.GetAsync(new Uri("/me", UriKind.Relative));
        using var refused = await SignInAsync(ines, "ines", Password);
        Assert.That((disabled.StatusCode, ended.StatusCode, refused.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Unauthorized)));
        Assert.That(await ReadAsync(admin, "/users/ines"), Does.Contain("Ines Calder is disabled; their session has ended.").And.Contain("Enable Ines Calder"));

        using var enabled = await PostAsync(admin, "/users/ines?handler=Enable", "/users/ines");
        using var stillOut = await ines.GetAsync(new Uri("/me", UriKind.Relative));
        using var back = await SignInAsync(ines, "ines", Password);
        Assert.That((stillOut.StatusCode, back.Headers.Location!.OriginalString), Is.EqualTo((HttpStatusCode.Redirect, "/")));
    }

    [Test]
    public async Task Nobody_locks_themselves_out()
    {
        using var admin = await SignedInAsync(People.Admin);

        foreach (var (handler, sentence) in new[] { ("Disable", "You cannot disable yourself"), ("Password", "Change your own password on your own page"), ("Roles", "the last admin who can act") })
        {
            using var answer = await PostAsync(admin, $"/users/admin?handler={handler}", "/users/admin", ("roles", "agent"), ("version", "1"));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), handler);
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(sentence), handler);
        }

        using var nobody = await admin.GetAsync(new Uri("/users/nobody", UriKind.Relative));
        Assert.That(nobody.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Roles_change_with_the_next_request_and_a_page_that_is_behind_is_told()
    {
        using var ines = await SignedInAsync(People.Ines);
        using var admin = await SignedInAsync(People.Admin);

        using var changed = await PostAsync(admin, "/users/ines?handler=Roles", "/users/ines", ("roles", "auditor"), ("version", "1"));
        using var stale = await PostAsync(admin, "/users/ines?handler=Roles", "/users/ines", ("roles", "legal"), ("version", "1"));

        Assert.That((changed.StatusCode, stale.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.BadRequest)));
        Assert.That(await stale.Content.ReadAsStringAsync(), Does.Contain("was changed by somebody else meanwhile"));
        Assert.That(await ReadAsync(ines, "/me"), Does.Contain("auditor"));
    }

    private static async Task<string> SecretAsync(HttpResponseMessage answer)
    {
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        var secret = Secret().Match(page);
        Assert.That(secret.Success, Is.True, page);
        return secret.Groups[1].Value;
    }

    [GeneratedRegex("id=\"secret\">([^<]+)<")]
    private static partial Regex Secret();
}
