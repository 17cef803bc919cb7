using System.Net;
using AbuseDesk.Database;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Web;

public sealed class ShowingTheQueue(Engine engine) : WebTest(engine)
{
    [SetUp]
    public Task AddACustomer() => Database.WriteAsync(tx => tx.ExecuteAsync(
        "insert into customers (account, name, created_at) values ('A-1042', 'Perch Social', @Now)", new { tx.Now }));

    [TestCase(-1, "Overdue")]
    [TestCase(5, "Within 24 hours")]
    [TestCase(60, "Within 7 days")]
    [TestCase(24 * 30, "Later")]
    [TestCase(null, "No deadline")]
    public async Task A_case_stands_in_the_group_of_its_next_deadline(int? dueInHours, string group)
    {
        var caseRef = await AddCaseAsync(dueInHours);
        using var browser = await SignedInAsync(People.Ines);

        var page = await ReadAsync(browser, "/");

        Assert.That(page, Does.Match($"(?s)class=\"group\"[^>]*><th[^>]*>{group} <span>1</span>.*{caseRef}"));
    }

    [Test]
    public async Task A_view_narrows_the_queue_by_its_address()
    {
        var mine = await AddCaseAsync(5, assignee: "ines");
        var nobodys = await AddCaseAsync(5);
        using var browser = await SignedInAsync(People.Ines);

        Assert.That(await ReadAsync(browser, "/?assignee=ines"), Does.Contain(mine).And.Not.Contain(nobodys));
        Assert.That(await ReadAsync(browser, "/?assignee=nobody"), Does.Contain(nobodys).And.Not.Contain(mine));
        Assert.That(await ReadAsync(browser, "/?q=perch"), Does.Contain(nobodys).And.Contain(mine));
        Assert.That(await ReadAsync(browser, "/?q=100%25"), Does.Contain("No case is in this view."));
    }

    [Test]
    public async Task An_unknown_word_in_the_address_is_told_in_a_sentence()
    {
        using var browser = await SignedInAsync(People.Ines);

        using var answer = await browser.GetAsync(new Uri("/?turn=mine", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("“mine” is no turn; use one of ours, legal, customer."));
    }

    [Test]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repetition()
    {
        for (var number = 0; number < 30; number++) await AddCaseAsync(number < 28 ? 5 : null);
        using var browser = await SignedInAsync(People.Ines);

        var first = await ReadAsync(browser, "/");
        var next = System.Text.RegularExpressions.Regex.Match(first, "href=\"([^\"]+)\" data-more").Groups[1].Value;
        var second = await ReadAsync(browser, next);

        var shown = Refs(first).Concat(Refs(second)).ToList();
        Assert.That(shown, Has.Count.EqualTo(30).And.Unique);
        Assert.That(second, Does.Not.Contain("data-more"));
    }

    [Test]
    public async Task Selected_cases_are_assigned_at_once()
    {
        string[] cases = [await AddCaseAsync(5), await AddCaseAsync(6)];
        using var browser = await SignedInAsync(People.Ines);

        using var answer = await PostAsync(browser, "/?handler=Assign", "/", ("refs", cases[0]), ("refs", cases[1]), ("login", "ines"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(Refs(await ReadAsync(browser, "/?assignee=ines")), Is.EquivalentTo(cases));
    }

    [Test]
    public async Task Where_one_of_the_selected_cases_cannot_be_assigned_none_is()
    {
        await AddAsync(People.Tomas);
        string[] cases = [await AddCaseAsync(5), await AddCaseAsync(6, assignee: "tomas"), await AddCaseAsync(7)];
        using var browser = await SignedInAsync(People.Ines);

        using var answer = await PostAsync(browser, "/?handler=Assign", "/", [.. cases.Select(caseRef => ("refs", caseRef)), ("login", "ines")]);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain($"No case was assigned, because of {cases[1]}: Ines Calder may not"));
        Assert.That(Refs(await ReadAsync(browser, "/?assignee=ines")), Is.Empty);
    }

    [Test]
    public async Task What_a_use_case_refuses_is_said_beside_the_form()
    {
        var caseRef = await AddCaseAsync(5, assignee: "tomas");
        await AddAsync(People.Tomas);
        using var browser = await SignedInAsync(People.Ines);

        using var answer = await PostAsync(browser, "/?handler=Assign", "/", ("refs", caseRef), ("login", "ines"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("class=\"err\"").And.Contain("may not assign the cases of others"));
    }

    private Task<string> AddCaseAsync(int? dueInHours, string? assignee = null) => Database.WriteAsync(async tx =>
    {
        var caseRef = await Get<References>().NextCaseAsync(tx);
        await tx.ExecuteAsync(
            """
            insert into cases (ref, customer_id, title, status, turn, to_do, severity, severity_rank, assignee, opened_at, next_due_at)
            values (@caseRef, (select id from customers), 'Calls for violence', 'open', 'ours', 'check', 'high', 2, @assignee, @Now, @due)
            """,
            new { caseRef, assignee, tx.Now, due = dueInHours is { } hours ? tx.Now + Duration.FromHours(hours) : (Instant?)null });
        return caseRef;
    });

    private static IEnumerable<string> Refs(string page) =>
        System.Text.RegularExpressions.Regex.Matches(page, "href=\"/cases/([^\"]+)\"").Select(match => match.Groups[1].Value);
}
