using AbuseDesk.Cases;
using AbuseDesk.Customers;
using AbuseDesk.Escalation;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Web;

public sealed class ShowingACustomer(Engine engine) : WebTest(engine)
{
    [SetUp]
    public Task Seed() => Known.CustomersAndTermsAsync(Database);

    [Test]
    public async Task The_list_counts_open_cases_and_the_items_of_ninety_days()
    {
        await FileAsync("old");
        Clock.Now += Duration.FromDays(91);
        await FileAsync("new");
        using var browser = await SignedInAsync(People.Auditor);

        var page = await ReadAsync(browser, "/customers");

        Assert.That(page, Does.Match("(?s)/customers/A-1042\".*Perch Social.*open cases\">1<.*90 days\">1<.*/customers/A-1099\".*open cases\">0<.*90 days\">0<"));
    }

    [Test]
    public async Task The_list_is_narrowed_by_a_part_of_name_or_account_in_any_case_of_letters()
    {
        var list = Get<ListCustomers>();

        Assert.That((await list.RunAsync("hERON", null, 10)).Select(row => row.Account), Is.EqualTo(["A-1099"]));
        Assert.That((await list.RunAsync("a-104", null, 10)).Select(row => row.Account), Is.EqualTo(["A-1042"]));
        Assert.That(await list.RunAsync("%", null, 10), Is.Empty, "a sign of the search is no wildcard");
    }

    [Test]
    public async Task The_list_goes_on_after_the_last_account()
    {
        var list = Get<ListCustomers>();

        Assert.That((await list.RunAsync(null, null, 1)).Select(row => row.Account), Is.EqualTo(["A-1042"]));
        Assert.That((await list.RunAsync(null, "A-1042", 1)).Select(row => row.Account), Is.EqualTo(["A-1099"]));
    }

    [Test]
    public async Task The_record_shows_cases_violations_resources_and_contacts()
    {
        await FileAsync("one");
        using var browser = await SignedInAsync(People.Auditor);

        var page = await ReadAsync(browser, "/customers/A-1042");

        Assert.That(page, Does.Contain("<h1>Perch Social").And.Contain("/cases/C-2020-0001\"").And.Contain("/cases/C-2020-0001/items/1\"").And.Contain("perch.example"));
        Assert.That(page, Does.Match("href=\"/terms/[0-9-]+#clause-"));
        Assert.That(page, Does.Contain("1 of 1 violations count"));
    }

    [Test]
    public async Task A_violation_counts_until_the_instant_that_the_record_says()
    {
        await FileAsync("one");
        var show = Get<ShowStanding>();
        var violation = (await show.RunAsync("A-1042")).Violations.Single();

        Clock.Now = violation.Expires - Duration.FromSeconds(1);
        var before = await show.RunAsync("A-1042");
        var proposal = await Get<ExplainEscalation>().RunAsync("C-2020-0001");
        Clock.Now = violation.Expires;
        var after = await show.RunAsync("A-1042");

        Assert.That((before.Violations.Single().State, before.CountingCount), Is.EqualTo(("counts", 1L)));
        Assert.That(before.Violations.Single().Points, Is.GreaterThan(0).And.EqualTo(before.Points).And.EqualTo(proposal.Points));
        Assert.That((after.Violations.Single().State, after.Violations.Single().Points, after.CountingCount), Is.EqualTo(("expired", 0m, 0L)));
    }

    [Test]
    public async Task A_reversed_violation_stays_on_record_and_counts_nothing()
    {
        await FileAsync("one");
        var clause = (await Get<ShowStanding>().RunAsync("A-1042")).Violations.Single().Row.Clause;
        await Get<ReverseViolation>().RunAsync(People.Maren, "C-2020-0001", 1, "satire", clause);

        var standing = await Get<ShowStanding>().RunAsync("A-1042");

        Assert.That((standing.Violations.Single().State, standing.Points, standing.ViolationsCount), Is.EqualTo(("reversed", 0m, 1L)));
    }

    private Task<FiledReport> FileAsync(string path) =>
        Get<FileReport>().RunAsync(People.Ines, Known.Report(path, Clock.Now - Duration.FromHours(1), Clock.Now > Instant.FromUtc(2020, 12, 1, 10, 0) ? "7.4" : "6.2"));
}
