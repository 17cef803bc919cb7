using System.Net;
using AbuseDesk.Deadlines;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Web;

public sealed class ChangingADeadline(Engine engine) : WebTest(engine)
{
    private string caseRef = "";

    protected override bool OwnTemplates => true;

    [SetUp]
    public async Task ACounterNoticeCame()
    {
        var policy = Path.Combine(Desk.Settings.Templates, "policy", "deadlines.yml");
        await File.WriteAllTextAsync(policy, (await File.ReadAllTextAsync(policy)).Replace("enabled: false", "enabled: true", StringComparison.Ordinal)
            .Replace("    extend: none", "    pause: {reasons: {clarification: [legal]}}", StringComparison.Ordinal)
            .Replace("    pause: {reasons: {clarification: [legal]}}\n    waive: [legal]\n    blocks_closing: true\n    audience: [assignee, lead, legal]", "    waive: [legal]\n    audience: [assignee, lead, legal]", StringComparison.Ordinal));
        await Known.CustomersAndTermsAsync(Database);
        Clock.Now = At("2026-12-22T22:03:00Z");
        caseRef = (await Get<FileReport>().RunAsync(People.Ines, Known.Report("post", At("2026-12-20T18:00:00Z"), "7.4") with
        {
            Screenshots = [Known.Screenshot(At("2026-12-20T18:00:00Z"))],
        })).CaseRef;
    }

    [Test]
    public async Task What_happened_is_recorded_on_the_case_and_the_deadline_explains_itself()
    {
        using var ines = await SignedInAsync(People.Ines);
        var deadline = await RecordAsync(ines);

        var page = await ReadAsync(ines, $"/deadlines/{deadline}");

        Assert.That(page, Does.Contain("14 business days (US federal) after the counter notice was received on Tue 22 Dec 2026 17:03 EST: not before Fri 8 Jan 2027 00:00 EST")
            .And.Contain("17 USC 512(g)(2)(C)").And.Contain("The case cannot be closed while it is open."));
        Assert.That(page, Does.Contain("Mark as met").And.Not.Contain("Waive the deadline").And.Not.Contain(">Pause</button>"));
        Assert.That(await ReadAsync(ines, $"/cases/{caseRef}"), Does.Contain($"/deadlines/{deadline}"));
        Assert.That(await ReadAsync(ines, "/deadlines"), Does.Contain("holidays skipped: 25 Dec, 1 Jan").And.Contain($"href=\"/deadlines/{deadline}\""));
        using var early = await PostAsync(ines, $"/deadlines/{deadline}?handler=Done", $"/deadlines/{deadline}");
        Assert.That(await early.Content.ReadAsStringAsync(), Does.Contain("may not be done before Fri 8 Jan 2027 00:00 EST"));
    }

    [Test]
    public async Task It_is_paused_and_goes_on()
    {
        using var ines = await SignedInAsync(People.Ines);
        using var ruth = await SignedInAsync(People.Ruth);
        var deadline = await RecordAsync(ines);

        await DoAsync(ruth, deadline, "Pause", ("reason", "clarification"), ("words", "asked for the signature"));
        Assert.That(await ReadAsync(ruth, "/deadlines"), Does.Match($"id=\"paused\"[\\s\\S]*{deadline}").And.Contain("0 are open"));
        Assert.That(await ReadAsync(ruth, $"/cases/{caseRef}"), Does.Contain("stands still; was due"));
        Clock.Now = At("2026-12-23T06:00:00Z");
        await DoAsync(ruth, deadline, "Resume", ("words", "it came"));

        // the 23rd does not count
        Assert.That(await ReadAsync(ruth, $"/deadlines/{deadline}"), Does.Contain("by Thu 14 Jan 2027 23:59 EST").And.Contain("clarification: asked for the signature").And.Contain("Ruth Ostrander moved it"));
    }

    [Test]
    public async Task More_time_is_asked_for_and_another_person_gives_it()
    {
        using var ines = await SignedInAsync(People.Ines);
        using var ruth = await SignedInAsync(People.Ruth);
        var deadline = await RecordAsync(ines);

        using var wrong = await PostAsync(ines, $"/deadlines/{deadline}?handler=Extend", $"/deadlines/{deadline}", ("until.local", "2026-12-24T10:00"), ("until.zone", "America/New_York"), ("words", "x"));
        Assert.That(await wrong.Content.ReadAsStringAsync(), Does.Contain("An extension must be later than"));
        await DoAsync(ines, deadline, "Extend", ("until.local", "2027-01-22T17:00"), ("until.zone", "America/New_York"), ("words", "a week more"));
        Assert.That(await ReadAsync(ines, $"/deadlines/{deadline}"), Does.Contain("waits for another person").And.Not.Contain("Approve the extension"));
        await DoAsync(ruth, deadline, "Approve");

        Assert.That(await ReadAsync(ines, $"/deadlines/{deadline}"), Does.Contain("extended to Fri 22 Jan 2027 17:00 EST by Ruth Ostrander (a week more)."));
    }

    [Test]
    public async Task It_is_corrected_and_waived_and_whoever_only_looks_gets_no_forms()
    {
        using var ines = await SignedInAsync(People.Ines);
        using var ruth = await SignedInAsync(People.Ruth);
        using var auditor = await SignedInAsync(People.Auditor);
        var deadline = await RecordAsync(ines);

        await DoAsync(ines, deadline, "Correct", ("happened.local", "2026-12-21T12:00"), ("happened.zone", "America/New_York"), ("words", "the stamp"));
        Assert.That(await ReadAsync(auditor, $"/deadlines/{deadline}"), Does.Contain("by Tue 12 Jan 2027 23:59 EST").And.Not.Contain("<form method=\"post\" action=\"/deadlines"));
        using var refused = await PostAsync(auditor, $"/deadlines/{deadline}?handler=Waive", "/me", ("words", "x"));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        await DoAsync(ruth, deadline, "Waive", ("words", "an action was filed"));

        Assert.That((await Get<FindDeadline>().GetAsync(deadline)).Status, Is.EqualTo("waived"));
        using var missing = await ines.GetAsync(new Uri("/deadlines/D-1999-00001", UriKind.Relative));
        Assert.That(missing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task<string> RecordAsync(HttpClient browser)
    {
        var page = $"/cases/{caseRef}/event";
        using var answer = await PostAsync(browser, page, page, ("happened", "counter-notice-received"), ("at.local", "2026-12-22T14:03"), ("at.zone", "America/Los_Angeles"), ("note", "by post"));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString().Split('/')[^1];
    }

    private static async Task DoAsync(HttpClient browser, string deadline, string handler, params (string, string)[] fields)
    {
        using var answer = await PostAsync(browser, $"/deadlines/{deadline}?handler={handler}", $"/deadlines/{deadline}", fields);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());
    }
}
