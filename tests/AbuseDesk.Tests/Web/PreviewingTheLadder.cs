using System.Net;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Web;

public sealed class PreviewingTheLadder(Engine engine) : WebTest(engine)
{
    private static readonly string Text = File.ReadAllText(Policies.PathOf("ladder.yml"));

    [Test]
    public async Task The_ladder_in_use_stands_in_the_field()
    {
        using var browser = await SignedInAsync(People.Ruth);

        Assert.That(await ReadAsync(browser, "/escalation"), Does.Contain("plan_failed: true").And.Contain("<h1>Escalation ladder</h1>").And.Not.Contain("id=\"differences\""));
    }

    [Test]
    public async Task A_changed_ladder_shows_the_case_and_the_days_on_which_it_differs()
    {
        await Known.CustomersAndTermsAsync(Database);
        await Get<FileReport>().RunAsync(People.Ines, Known.Report("1", Clock.Now - Duration.FromHours(1)));
        using var browser = await SignedInAsync(People.Ruth);

        using var answer = await PostAsync(browser, "/escalation", "/escalation", ("text", Text.Replace("says: Forward the items", "says: Send the items", StringComparison.Ordinal)), ("days", "30"));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.That(page, Does.Match("(?s)href=\"/cases/C-2020-0001\".*Forward the items.*Send the items"));
        Assert.That(page, Does.Contain("says: Send the items"), "what was typed stays");
    }

    [Test]
    public async Task A_mistake_is_said_beside_the_text_that_has_it()
    {
        using var browser = await SignedInAsync(People.Ruth);

        using var answer = await PostAsync(browser, "/escalation", "/escalation", ("text", Text + "\nmood: grim\n"), ("days", "30"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("mood").And.Contain("mood: grim").And.Contain("role=\"alert\""));
    }
}
