using System.Net;
using System.Text.Json;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Templates;
using AbuseDesk.Notices.Workshop;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Web;

public sealed class WorkingOnTemplates(Engine engine) : WebTest(engine)
{
    private const string Page = "/templates/en/warning";

    private string FileText => Get<TemplateLibrary>().FindText(NoticeKind.Warning, "en")!;

    [Test]
    public async Task Legal_writes_admins_and_auditors_read_and_the_others_are_told()
    {
        foreach (var (person, reads, writes) in new[] { (People.Ruth, true, true), (People.Admin, true, false), (People.Auditor, true, false), (People.Ines, false, false), (People.Maren, false, false) })
        {
            using var browser = await SignedInAsync(person);
            foreach (var page in new[] { "/templates", Page, Page + "/preview/pdf", Page + "/preview/mail", Page + "/preview/text" })
            {
                using var answer = await browser.GetAsync(new Uri(page, UriKind.Relative));
                Assert.That(answer.StatusCode, Is.EqualTo(reads ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{person.Login} {page}");
            }

            using var kept = await PostAsync(browser, Page + "?handler=Keep", "/me", ("text", "x"), ("basedOn", "0"));
            Assert.That(kept.StatusCode, Is.EqualTo(writes ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden), person.Login);
            using var published = await PostAsync(browser, Page + "?handler=Publish", "/me", ("text", FileText + "\nNew.\n"), ("basedOn", "0"), ("note", "new"));
            Assert.That(published.StatusCode, Is.EqualTo(writes ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden), person.Login);
        }
    }

    [Test]
    public async Task A_draft_outlives_its_tab_and_its_mistake_stands_beside_the_text()
    {
        using var ruth = await SignedInAsync(People.Ruth);
        using var kept = await PostAsync(ruth, Page + "?handler=Keep", Page, ("text", FileText + "\r\n{{ customer.nmae }}"), ("basedOn", "0"));

        var page = await ReadAsync(ruth, Page);

        Assert.That(page, Does.Contain("{{ customer.nmae }}</textarea>").And.Contain("did you mean 'customer.name'?").And.Match("<li id=\"l\\d+\" class=\"bad\">\\{\\{ customer.nmae"));
        using var preview = await ruth.GetAsync(new Uri(Page + "/preview/text", UriKind.Relative));
        Assert.That(preview.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task The_script_keeps_what_is_typed_and_hears_of_mistakes()
    {
        using var ruth = await SignedInAsync(People.Ruth);

        using var wrong = await PostAsync(ruth, Page + "?handler=Typed", Page, ("text", FileText + "\n{{ nothing }}"), ("basedOn", "0"));
        using var said = JsonDocument.Parse(await wrong.Content.ReadAsStringAsync());
        Assert.That(said.RootElement.GetProperty("sentence").GetString(), Does.Contain("there is no variable 'nothing'"));
        Assert.That(said.RootElement.GetProperty("line").GetInt32(), Is.GreaterThan(7));

        using var right = await PostAsync(ruth, Page + "?handler=Typed", Page, ("text", FileText + "\nQuite new.\n"), ("basedOn", "0"));
        Assert.That(await right.Content.ReadAsStringAsync(), Does.Contain("\"sentence\":null"));
        Assert.That(await ReadAsync(ruth, Page + "/preview/text"), Does.Contain("Quite new."));
        using var pdf = await ruth.GetAsync(new Uri(Page + "/preview/pdf", UriKind.Relative));
        Assert.That(pdf.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
    }

    [Test]
    public async Task A_published_version_is_in_use_and_its_differences_are_shown()
    {
        using var ruth = await SignedInAsync(People.Ruth);

        using var published = await PublishAsync(ruth, "\nQuite new.\n", 0);

        Assert.That(published.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await ReadAsync(ruth, Page), Does.Contain("Version 1 is in use").And.Contain("one sentence more").And.Contain("Publish as version 2"));
        Assert.That(await ReadAsync(ruth, Page + "?older=0&newer=1"), Does.Contain("<ins>Quite new.</ins>"));
        Assert.That(await ReadAsync(ruth, "/templates"), Does.Contain("version 1").And.Contain("changed"));
    }

    [Test]
    public async Task Who_began_before_a_publication_sees_it_before_publishing()
    {
        using var ruth = await SignedInAsync(People.Ruth);
        using var kept = await PostAsync(ruth, Page + "?handler=Keep", Page, ("text", FileText + "\nMine.\n"), ("basedOn", "0"));
        await Get<PublishTemplate>().RunAsync(new Actor("lena", "Lena", new HashSet<Role> { Role.Legal }), new(NoticeKind.Warning, "en"), FileText + "\nHers.\n", "hers");

        using var refused = await PublishAsync(ruth, "\nMine.\n", 0);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(page, Does.Contain("Version 1 was published meanwhile").And.Contain("version 1 was published since").And.Contain("Mine.</textarea>".Replace("</", "\n</", StringComparison.Ordinal)));

        using var seen = await PostAsync(ruth, Page + "?handler=Seen", Page, ("text", FileText + "\nMine.\nHers.\n"), ("basedOn", "0"));
        using var published = await PublishAsync(ruth, "\nMine.\nHers.\n", 1);
        Assert.That((seen.StatusCode, published.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Redirect)));
    }

    [Test]
    public async Task An_earlier_version_becomes_the_draft_and_a_draft_can_be_thrown_away()
    {
        using var ruth = await SignedInAsync(People.Ruth);
        using var published = await PublishAsync(ruth, "\nQuite new.\n", 0);

        using var taken = await PostAsync(ruth, Page + "?handler=Take", Page, ("number", "0"));
        Assert.That(await ReadAsync(ruth, Page), Does.Contain("Your draft").And.Contain("<del>Quite new.</del>"));

        using var dropped = await PostAsync(ruth, Page + "?handler=Drop", Page);
        Assert.That(await ReadAsync(ruth, Page), Does.Contain("Quite new.\n</textarea>").And.Not.Contain("Throw the draft away"));
    }

    [Test]
    public async Task A_kind_or_language_that_does_not_exist_is_not_found()
    {
        using var ruth = await SignedInAsync(People.Ruth);
        foreach (var page in new[] { "/templates/xx/warning", "/templates/en/poem", "/templates/../warning", "/templates/xx/warning/preview/pdf" })
        {
            using var answer = await ruth.GetAsync(new Uri(page, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), page);
        }
    }

    private Task<HttpResponseMessage> PublishAsync(HttpClient browser, string more, int basedOn) => PostAsync(
        browser, Page + "?handler=Publish", Page, ("text", FileText + more), ("basedOn", $"{basedOn}"), ("note", "one sentence more"));
}
