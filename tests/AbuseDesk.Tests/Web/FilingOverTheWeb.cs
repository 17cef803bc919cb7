using System.Net;
using System.Text;
using AbuseDesk.Cases;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Web;

public sealed class FilingOverTheWeb(Engine engine) : WebTest(engine)
{
    private const string Page = "/reports/file";

    [SetUp]
    public async Task KnowCustomersAndTerms()
    {
        await Known.CustomersAndTermsAsync(Database);
        Clock.Now = At("2020-12-15T18:00:00Z");
    }

    [Test]
    public async Task A_report_with_two_screenshots_becomes_an_item_and_leads_to_it()
    {
        using var browser = await SignedInAsync(People.Ines);

        using var answer = await FileAsync(browser, Typed(), Picture("first.png", 40), Picture("pasted-1.png", 50));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());
        var target = answer.Headers.Location!.OriginalString;
        Assert.That(target, Does.Match("^/cases/C-2020-0001/items/1$"));
        var page = await ReadAsync(browser, target);
        Assert.That(page, Does.Contain("is filed as item 1 of C-2020-0001").And.Contain("href=\"/reports/file?case=C-2020-0001\">File another</a>"));
        Assert.That(page, Does.Contain("by ines, uploaded").And.Contain("by ines, pasted"));
    }

    [Test]
    public async Task The_time_is_read_in_the_zone_that_is_named()
    {
        using var browser = await SignedInAsync(People.Ines);

        using var answer = await FileAsync(browser, Typed(("seen", "2020-12-15T00:30"), ("zone", "Asia/Tokyo")), Picture("first.png", 40));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var seen = await Database.ReadAsync(connection => Dapper.SqlMapper.QuerySingleAsync<NodaTime.Instant>(connection, "select seen_at from report_items"));
        Assert.That(seen, Is.EqualTo(At("2020-12-14T15:30:00Z")));
    }

    [Test]
    public async Task A_text_that_is_called_a_picture_is_refused_and_nothing_is_filed()
    {
        using var browser = await SignedInAsync(People.Ines);

        using var answer = await FileAsync(browser, Typed(), Picture("good.png", 40), ("bad.png", Encoding.UTF8.GetBytes("only words")));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(page, Does.Contain("“bad.png” is").And.Contain("screenshots must be chosen again"));
        Assert.That(page, Does.Contain("value=\"https://perch.example/p/new\"").And.Contain("They should be afraid.</textarea>"));
        Assert.That(page, Does.Match("value=\"7.4\" required[^>]* checked").And.Match("value=\"critical\" required[^>]* checked"));
        Assert.That(await RowsAsync(), Is.Zero);
    }

    [TestCase("url", "https://nobody.example/1", "No customer held nobody.example")]
    [TestCase("url", "two words", "has a space or line break")]
    [TestCase("seen", "2021-12-15T09:00", "which is still to come")]
    [TestCase("zone", "Paris", "did you mean Europe/Paris?")]
    [TestCase("clause", "6.2", "There is no clause “6.2”")]
    [TestCase("clause", "", "No clause is chosen")]
    [TestCase("severity", "", "is no severity")]
    [TestCase("customer", "A-9", "There is no customer “A-9”")]
    public async Task A_mistake_is_said_and_nothing_is_filed(string field, string value, string sentence)
    {
        using var browser = await SignedInAsync(People.Ines);

        using var answer = await FileAsync(browser, Typed((field, value)), Picture("good.png", 40));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain(sentence).And.Contain("class=\"err\""));
        Assert.That(await RowsAsync(), Is.Zero);
    }

    [Test]
    public async Task An_auditor_cannot_file()
    {
        using var browser = await SignedInAsync(People.Auditor);

        using var answer = await FileAsync(browser, Typed(), Picture("good.png", 40));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await RowsAsync(), Is.Zero);
    }

    [Test]
    public async Task A_location_is_recognised_with_customer_item_and_open_case()
    {
        using var browser = await SignedInAsync(People.Ines);
        using var filed = await FileAsync(browser, Typed(), Picture("good.png", 40));

        var known = await ReadAsync(browser, "/reports/known?url=hxxps%3A%2F%2Fperch%5B.%5Dexample%2Fp%2Fnew&seen=2020-12-15T09:00");
        var unknown = await ReadAsync(browser, "/reports/known?url=nobody.example");
        var half = await ReadAsync(browser, "/reports/known?url=http%3A%2F%2F");

        Assert.That(known, Does.Contain("Perch Social").And.Contain("A-1042").And.Contain("/cases/C-2020-0001/items/1").And.Contain("The 2nd report on item 1"));
        Assert.That(known, Does.Not.Contain("<html"));
        Assert.That(unknown, Does.Contain("Nobody held it"));
        Assert.That(half, Does.Contain("class=\"soft s\""));
    }

    [Test]
    public async Task The_clauses_are_those_of_the_day_when_the_content_was_seen()
    {
        using var browser = await SignedInAsync(People.Ines);

        Assert.That(await ReadAsync(browser, Page), Does.Contain("Incitement to violence").And.Contain("value=\"2020-12-15T10:00\""));
        Assert.That(await ReadAsync(browser, Page + "?seen=2020-11-15T10:00"), Does.Contain("value=\"6.2\"").And.Not.Contain("value=\"7.4\""));
    }

    [Test]
    public async Task A_case_in_the_address_names_the_customer()
    {
        using var browser = await SignedInAsync(People.Ines);
        using var filed = await FileAsync(browser, Typed(("next", "true")), Picture("good.png", 40));

        Assert.That(filed.Headers.Location!.OriginalString, Is.EqualTo("/reports/file?case=C-2020-0001"));
        Assert.That(await ReadAsync(browser, filed.Headers.Location.OriginalString), Does.Contain("value=\"A-1042\"").And.Contain("is filed as item 1"));
    }

    private static Dictionary<string, string> Typed(params (string Field, string Value)[] changed)
    {
        var fields = new Dictionary<string, string>
        {
            ["url"] = "https://perch.example/p/new",
            ["seen"] = "2020-12-15T09:00",
            ["zone"] = "America/Los_Angeles",
            ["clause"] = "7.4",
            ["severity"] = "critical",
            ["excerpt"] = "They should be afraid.",
            ["source"] = "own",
        };
        foreach (var (field, value) in changed) fields[field] = value;
        return fields;
    }

    private (string Name, byte[] Bytes) Picture(string name, int width) => (name, Known.Screenshot(Clock.Now, width).Bytes);

    private static async Task<HttpResponseMessage> FileAsync(
        HttpClient browser, Dictionary<string, string> fields, params (string Name, byte[] Bytes)[] pictures)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
        foreach (var (name, bytes) in pictures) form.Add(new ByteArrayContent(bytes), "screenshots", name);
        form.Add(new StringContent(await TokenAsync(browser, Page)), "__RequestVerificationToken");
        return await browser.PostAsync(new Uri(Page, UriKind.Relative), form);
    }

    private Task<int> RowsAsync() => Database.ReadAsync(connection => Dapper.SqlMapper.ExecuteScalarAsync<int>(
        connection, "select (select count(*) from reports) + (select count(*) from items) + (select count(*) from evidence) + (select count(*) from cases)"));
}
