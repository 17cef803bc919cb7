using System.Net;
using System.Text.RegularExpressions;
using AbuseDesk.Cases;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Web;

/// <summary>What holds for every page, whoever looks at it.</summary>
public sealed class GuardingThePages(Engine engine) : WebTest(engine)
{
    private static readonly Actor[] Everybody = [People.Ines, People.Maren, People.Ruth, People.Admin, People.Auditor];

    private string caseRef = "";
    private string screenshot = "";

    [SetUp]
    public async Task FileAReport()
    {
        await Known.CustomersAndTermsAsync(Database);
        Clock.Now = At("2020-12-15T18:00:00Z");
        var filed = await Get<FileReport>().RunAsync(
            People.Ines, Known.Report("post", At("2020-12-14T18:00:00Z"), "7.4") with
            {
                Screenshots = [Known.Screenshot(At("2020-12-14T18:00:00Z"))],
                Excerpt = "<script>alert(1)</script> & \"more\"",
                CaseTitle = "<b>Threats</b>",
            });
        caseRef = filed.CaseRef;
        screenshot = (await Get<CaseEvidence>().ListAsync(filed.CaseId))[0].Sha256;
        await Get<ReceivePlan>().RunAsync(People.Ines, caseRef, "<script>alert(2)</script>"u8.ToArray(), "plan.html", Clock.Now);
    }

    [Test]
    public async Task Everybody_may_look_at_every_page_and_no_page_holds_script_or_style_of_its_own()
    {
        foreach (var person in Everybody)
        {
            using var browser = await SignedInAsync(person);
            foreach (var page in Pages())
            {
                using var answer = await browser.GetAsync(new Uri(page, UriKind.Relative));
                var html = await answer.Content.ReadAsStringAsync();
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{person.Login} {page}");
                Assert.That(Offending(html), Is.Empty, page);
                Assert.That(Policy(answer), Does.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"), page);
            }
        }
    }

    [Test]
    public async Task Only_those_who_work_on_cases_may_act_and_the_others_are_told_why()
    {
        foreach (var person in new[] { People.Ruth, People.Admin, People.Auditor })
        {
            using var browser = await SignedInAsync(person);
            foreach (var (page, fields) in Acts())
            {
                using var answer = await PostAsync(browser, page, page, fields);
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), $"{person.Login} {page}");
                Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain($"{person.Name} may not"), page);
            }

            Assert.That(await ReadAsync(browser, $"/cases/{caseRef}"), Does.Not.Contain("Record checks").And.Not.Contain("Close the case"));
        }
    }

    [Test]
    public async Task A_page_that_is_not_there_says_so()
    {
        using var browser = await SignedInAsync(People.Ines);
        foreach (var page in new[] { "/nothing", "/cases/C-1999-0001", $"/cases/{caseRef}/items/77", "/notices/N-1999-0001", "/notices/N-1999-0001/pdf", "/notices/N-1999-0001/mail?version=1", "/cases/C-1999-0001/notices/draft", $"/evidence/{new string('0', 64)}", "/evidence/not-a-hash" })
        {
            using var answer = await browser.GetAsync(new Uri(page, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), page);
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("There is no such page"), page);
        }
    }

    [Test]
    public async Task Evidence_is_served_as_what_it_is_and_can_do_nothing()
    {
        using var browser = await SignedInAsync(People.Auditor);
        var plan = (await Get<Plans>().ListAsync((await Get<CaseRecord>().GetAsync(caseRef)).Id))[0].Sha256;

        using var picture = await browser.GetAsync(new Uri($"/evidence/{screenshot}", UriKind.Relative));
        using var thumb = await browser.GetAsync(new Uri($"/evidence/{screenshot}/thumb?w=160", UriKind.Relative));
        using var html = await browser.GetAsync(new Uri($"/evidence/{plan}", UriKind.Relative));

        Assert.That(picture.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/png"));
        Assert.That(picture.Headers.CacheControl!.ToString(), Does.Contain("private").And.Contain("no-cache"), "each look is written down");
        Assert.That(html.Headers.CacheControl!.ToString(), Does.Contain("private").And.Contain("immutable"));
        Assert.That(picture.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
        Assert.That(thumb.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/jpeg"));
        Assert.That(html.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/plain"));
        Assert.That(html.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
        Assert.That(Policy(html), Does.Contain("default-src 'none'"));
    }

    [Test]
    public async Task Evidence_that_was_changed_on_disk_is_not_shown()
    {
        using var browser = await SignedInAsync(People.Ines);
        var file = Directory.EnumerateFiles(Desk.Settings.Evidence, screenshot + "*", SearchOption.AllDirectories).Single();
        File.SetAttributes(file, FileAttributes.Normal);
        await File.WriteAllTextAsync(file, "another picture");

        using var answer = await browser.GetAsync(new Uri($"/evidence/{screenshot}", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("That cannot be done").And.Not.Contain("another picture"));
    }

    private string[] Pages() =>
    [
        "/", "/?status=closed", "/me", $"/cases/{caseRef}", $"/cases/{caseRef}/items/1", $"/cases/{caseRef}/check", $"/cases/{caseRef}/assign",
        $"/cases/{caseRef}/close", $"/cases/{caseRef}/event", $"/cases/{caseRef}/plan/receive", $"/cases/{caseRef}/plan/assess", "/sign-out",
        "/review", "/deadlines", $"/deadlines?case={caseRef}&whose=mine&month=2021-01&days=Europe/Paris", $"/cases/{caseRef}/notices/draft",
        $"/cases/{caseRef}/notices/draft?kind=suspension", $"/cases/{caseRef}/notices/draft?kind=forwarding", $"/cases/{caseRef}/notices/draft?kind=plan-request",
    ];

    private (string Page, (string, string)[] Fields)[] Acts() =>
    [
        ($"/cases/{caseRef}/check", [("outcome", "removed"), ("at", "2020-12-15T10:00"), ("numbers", "1")]),
        ($"/cases/{caseRef}/assign", [("login", "ines"), ("version", "1")]),
        ($"/cases/{caseRef}/close", [("reason", "because"), ("version", "1")]),
        ($"/cases/{caseRef}/plan/assess", [("criteria[0].name", "x"), ("criteria[0].verdict", "met"), ("criteria[0].reason", "y"), ("verdict", "adequate"), ("reason", "z")]),
    ];

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();

    private static IEnumerable<string> Offending(string html) =>
        Regex.Matches(html, "<script(?![^>]* src=)[^>]*>|<style|<[^>]* style=|<[^>]* on[a-z]+=\"|javascript:|<b>Threats").Select(match => match.Value);
}
