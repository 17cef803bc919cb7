using System.Net;
using AbuseDesk.Deadlines;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Dapper;

namespace AbuseDesk.Tests.Web;

public sealed class ShowingTheDeadlines(Engine engine) : WebTest(engine)
{
    private FiledReport filed = null!;

    [SetUp]
    public async Task StartTwo()
    {
        await Known.CustomersAndTermsAsync(Database);
        Clock.Now = At("2020-12-15T18:00:00Z");
        filed = await Get<FileReport>().RunAsync(People.Ines, Known.Report("post", At("2020-12-14T18:00:00Z"), "7.4") with
        {
            Screenshots = [Known.Screenshot(At("2020-12-14T18:00:00Z"))],
        });
        await StartAsync(DeadlineRules.ActBy, "batch 1 was sent");
        await StartAsync(DeadlineRules.AssessPlan, "the plan came in");
    }

    [Test]
    public async Task Deadlines_stand_by_urgency_with_their_reason_and_whose_they_are()
    {
        Clock.Now = At("2020-12-17T18:00:00Z");
        using var browser = await SignedInAsync(People.Ines);

        var page = await ReadAsync(browser, "/deadlines");

        Assert.That(page, Does.Contain("1 is overdue and 1 falls due within 24 hours. 2 are open."));
        Assert.That(page, Does.Match("Overdue <span>1</span>").And.Contain("24 h over").And.Contain("24 hours after batch 1 was sent"));
        Assert.That(page, Does.Contain("Assess the plan").And.Match("Customer’s <span>1</span>"));
        Assert.That(page.IndexOf("Overdue <span>", StringComparison.Ordinal), Is.LessThan(page.IndexOf("Within 24 hours <span>", StringComparison.Ordinal)));
    }

    [Test]
    public async Task A_tab_and_a_case_narrow_the_list()
    {
        using var browser = await SignedInAsync(People.Ines);

        Assert.That(await ReadAsync(browser, "/deadlines?whose=customer"), Does.Contain("batch 1 was sent").And.Not.Contain("the plan came in on"));
        Assert.That(await ReadAsync(browser, "/deadlines?whose=legal"), Does.Contain("No deadline is open here."));
        Assert.That(await ReadAsync(browser, $"/deadlines?case={filed.CaseRef}"), Does.Contain($"Of {filed.CaseRef}.").And.Contain("batch 1 was sent"));
        Assert.That(await ReadAsync(browser, "/deadlines?case=C-1999-0001"), Does.Contain("No deadline is open here."));
    }

    [Test]
    public async Task Done_ends_a_deadline_with_the_note_in_the_journal()
    {
        using var browser = await SignedInAsync(People.Ines);
        var deadline = (await Get<DeadlineList>().RunAsync(new DeadlineFilter { Whose = Whose.Ours }))[0].Ref;

        using var answer = await PostAsync(browser, "/deadlines", "/deadlines", ("deadline", deadline), ("note", "Read it with Maren."));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await ReadAsync(browser, "/deadlines"), Does.Contain($"{deadline} is met").And.Not.Contain("the plan came in on"));
        Assert.That(
            await Database.ReadAsync(connection => connection.ExecuteScalarAsync<string>("select status from deadlines where ref = @deadline", new { deadline })),
            Is.EqualTo("met"));
    }

    [Test]
    public async Task Whoever_only_looks_gets_no_button_and_is_refused()
    {
        using var browser = await SignedInAsync(People.Auditor);
        var deadline = (await Get<DeadlineList>().RunAsync(new DeadlineFilter()))[0].Ref;

        using var answer = await PostAsync(browser, "/deadlines", "/deadlines", ("deadline", deadline));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("an auditor reads all and changes nothing").And.Not.Contain("How was it met?"));
    }

    [TestCase("month=nonsense&days=Europe/Paris", HttpStatusCode.OK)]
    [TestCase("after=nonsense", HttpStatusCode.OK)]
    [TestCase("days=Nowhere", HttpStatusCode.BadRequest)]
    public async Task An_address_that_somebody_mistyped_never_breaks_the_page(string query, HttpStatusCode status)
    {
        using var browser = await SignedInAsync(People.Ines);

        using var answer = await browser.GetAsync(new Uri($"/deadlines?{query}", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }

    private Task<string> StartAsync(string rule, string anchor) => Database.WriteAsync(tx => Get<StartDeadline>().RunAsync(tx, new DeadlineStart
    {
        CaseId = filed.CaseId,
        Rule = rule,
        Anchor = anchor,
    }));
}
