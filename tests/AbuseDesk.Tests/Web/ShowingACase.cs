using System.Net;
using System.Text.RegularExpressions;
using AbuseDesk.Cases;
using AbuseDesk.Journal;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Web;

public sealed class ShowingACase(Engine engine) : WebTest(engine)
{
    private string caseRef = "";

    [SetUp]
    public async Task FileThreeItems()
    {
        await Known.CustomersAndTermsAsync(Database);
        Clock.Now = At("2020-12-15T18:00:00Z");
        for (var number = 1; number <= 3; number++)
        {
            var report = Known.Report($"post{number}", At("2020-12-14T18:00:00Z"), "7.4", number == 3 ? Severity.Critical : Severity.High);
            var filed = await Get<FileReport>().RunAsync(People.Ines, report with { Screenshots = [Known.Screenshot(At("2020-12-14T18:00:00Z"), 40 + number)] });
            caseRef = filed.CaseRef;
        }

        await Get<RecordChecks>().RunAsync(People.Ines, caseRef, [new ItemCheck(1, CheckOutcome.Removed, At("2020-12-15T17:00:00Z")), new ItemCheck(2, CheckOutcome.StillUp, At("2020-12-15T17:00:00Z"))]);
    }

    [Test]
    public async Task The_figures_of_the_case_stand_in_docket_chart_and_tabs()
    {
        using var browser = await SignedInAsync(People.Ines);

        var page = await ReadAsync(browser, $"/cases/{caseRef}");

        Assert.That(page, Does.Contain("1 of 3 still up").And.Contain("1 of 3 are removed").And.Contain("1 are unchecked or could not be reached"));
        Assert.That(page, Does.Match("Still up <span>1</span>").And.Match("Critical <span>1</span>").And.Contain("3 under 7.4 of 1\u00a0Dec\u00a02020"));
        Assert.That(page, Does.Contain("It proposes; people decide.").And.Contain("Forwarding"));
    }

    [Test]
    public async Task A_tab_lists_only_its_items()
    {
        using var browser = await SignedInAsync(People.Ines);

        var page = await ReadAsync(browser, $"/cases/{caseRef}?items=removed");

        var list = page[page.IndexOf("class=\"list items\"", StringComparison.Ordinal)..page.IndexOf("id=\"evidence\"", StringComparison.Ordinal)];
        Assert.That(list, Does.Contain("perch.example/p/post1").And.Not.Contain("perch.example/p/post2"));
    }

    [Test]
    public async Task The_timeline_shows_who_did_what_with_the_number_and_hash_of_the_journal()
    {
        using var browser = await SignedInAsync(People.Ines);

        var page = await ReadAsync(browser, $"/cases/{caseRef}");

        var last = (await Get<CaseTimeline>().ListAsync(caseRef, limit: 1))[0];
        Assert.That(page, Does.Contain("checked 2 items: 1 removed, 1 still up").And.Contain($"{last.Number} {last.Hash[..8]}"));
    }

    [Test]
    public async Task Screenshots_are_blurred_until_somebody_asks_and_the_journal_says_who_looked()
    {
        using var browser = await SignedInAsync(People.Ines);
        var before = await ReadAsync(browser, $"/cases/{caseRef}");

        using var asked = await PostAsync(browser, $"/cases/{caseRef}?handler=Show", $"/cases/{caseRef}");
        var shown = await ReadAsync(browser, $"/cases/{caseRef}");
        Clock.Now += Duration.FromMinutes(11);
        var after = await ReadAsync(browser, $"/cases/{caseRef}");

        Assert.That(Blurred(before), Is.EqualTo(3));
        Assert.That(Blurred(shown), Is.Zero);
        Assert.That(Blurred(after), Is.EqualTo(3));
        Assert.That((await Get<CaseTimeline>().ListAsync(caseRef, limit: 1))[0], Has.Property("Act").EqualTo("evidence-shown").And.Property("Actor").EqualTo("ines"));
        Assert.That((await Get<VerifyJournal>().RunAsync()).Intact);
    }

    [Test]
    public async Task Checks_are_recorded_by_ticks_and_by_numbers()
    {
        using var browser = await SignedInAsync(People.Ines);

        using var answer = await PostAsync(
            browser, $"/cases/{caseRef}/check", $"/cases/{caseRef}/check", ("outcome", "removed"), ("at", "2020-12-15T10:00"), ("ticked", "3"), ("numbers", "1-2"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That((await Get<CaseRecord>().GetAsync(caseRef)).RemovedCount, Is.EqualTo(3));
    }

    [TestCase("numbers", "1-x", "“1-x” is no item number")]
    [TestCase("numbers", "77", "has no item 77")]
    [TestCase("at", "2099-01-01T10:00", "which is still to come")]
    [TestCase("at", "yesterday", "is no date and time")]
    [TestCase("numbers", "", "No item is checked")]
    public async Task A_mistake_in_the_form_is_said_beside_it_and_keeps_what_was_typed(string field, string value, string sentence)
    {
        using var browser = await SignedInAsync(People.Ines);
        var fields = new Dictionary<string, string> { ["outcome"] = "removed", ["at"] = "2020-12-15T10:00", ["numbers"] = "1", [field] = value };

        using var answer = await PostAsync(
            browser, $"/cases/{caseRef}/check", $"/cases/{caseRef}/check", [.. fields.Select(pair => (pair.Key, pair.Value))]);

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(page, Does.Contain(sentence).And.Contain($"value=\"{fields["at"]}\""));
        Assert.That(page, Does.Not.Contain("Exception"));
    }

    [Test]
    public async Task A_case_is_closed_with_a_reason_and_comes_back_when_it_is_reopened()
    {
        using var browser = await SignedInAsync(People.Ines);
        var version = (await Get<CaseRecord>().GetAsync(caseRef)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

        using var refused = await PostAsync(browser, $"/cases/{caseRef}/close", $"/cases/{caseRef}/close", ("version", version));
        using var closed = await PostAsync(browser, $"/cases/{caseRef}/close", $"/cases/{caseRef}/close", ("version", version), ("reason", "The customer left."));
        var status = (await Get<CaseRecord>().GetAsync(caseRef)).Status;
        using var reopened = await PostAsync(browser, $"/cases/{caseRef}/close?handler=Reopen", $"/cases/{caseRef}/close", ("reason", "They are back."));

        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("give a reason for closing it now"));
        Assert.That((closed.StatusCode, status), Is.EqualTo((HttpStatusCode.Redirect, "closed")));
        Assert.That((await Get<CaseRecord>().GetAsync(caseRef)).Status, Is.EqualTo("open"));
    }

    [Test]
    public async Task A_plan_is_received_and_assessed_criterion_by_criterion()
    {
        using var browser = await SignedInAsync(People.Maren);
        await Get<ReceivePlan>().RunAsync(People.Ines, caseRef, "We will use volunteers."u8.ToArray(), "plan.txt", Clock.Now.InUtc().ToInstant());
        var page = $"/cases/{caseRef}/plan/assess";

        using var answer = await PostAsync(
            browser, page, page,
            [.. ((string[])["Staffing", "Coverage", "Time to removal", "Backlog", "Prevention"]).SelectMany((name, index) => new[]
            {
                ($"criteria[{index}].name", name), ($"criteria[{index}].verdict", "not-met"), ($"criteria[{index}].reason", "Nobody is named."),
            }), ("verdict", "insufficient"), ("reason", "It binds nobody.")]);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());
        Assert.That(await ReadAsync(browser, $"/cases/{caseRef}"), Does.Contain("Insufficient").And.Contain("Nobody is named.").And.Contain("Assessed by Maren Lindqvist"));
    }

    [Test]
    public async Task A_reference_typed_into_the_search_leads_to_what_it_names()
    {
        using var browser = await SignedInAsync(People.Ines);

        Assert.That(await TargetAsync(browser, caseRef.ToLowerInvariant()), Is.EqualTo($"/cases/{caseRef}"));
        Assert.That(await TargetAsync(browser, "A-1042"), Is.EqualTo("/?customer=A-1042"));
        Assert.That(await TargetAsync(browser, "heron forum"), Is.EqualTo("/?q=heron%20forum"));
        Assert.That(await TargetAsync(browser, "//elsewhere.example"), Is.EqualTo("/?q=%2F%2Felsewhere.example"));
    }

    private static async Task<string> TargetAsync(HttpClient browser, string text)
    {
        using var answer = await browser.GetAsync(new Uri($"/find?q={Uri.EscapeDataString(text)}", UriKind.Relative));
        return answer.Headers.Location!.OriginalString;
    }

    private static int Blurred(string page) => Regex.Count(page, "class=\"pic blur\"");
}
