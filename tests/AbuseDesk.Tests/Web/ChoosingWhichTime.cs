using System.Net;
using AbuseDesk.Cases;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Web;

/// <summary>On 7 November 2021 the clock of Los Angeles shows 01:30 twice: at 08:30 and at 09:30 UTC.</summary>
public sealed class ChoosingWhichTime(Engine engine) : WebTest(engine)
{
    private const string Twice = "2021-11-07T01:30";

    private string caseRef = "";

    [SetUp]
    public async Task FileAnItem()
    {
        await Known.CustomersAndTermsAsync(Database);
        Clock.Now = At("2021-11-08T18:00:00Z");
        caseRef = (await Get<FileReport>().RunAsync(People.Ines, Known.Report("1", At("2021-11-05T18:00:00Z"), "7.4"))).CaseRef;
    }

    [TestCase("-07:00", "2021-11-07T08:30:00Z")]
    [TestCase("-08:00", "2021-11-07T09:30:00Z")]
    public async Task A_check_is_at_the_one_of_two_that_is_chosen(string offset, string utc)
    {
        using var browser = await SignedInAsync(People.Ines);
        var page = $"/cases/{caseRef}/check";

        using var asked = await PostAsync(browser, page, page, ("outcome", "removed"), ("at", Twice), ("numbers", "1"));
        using var answer = await PostAsync(browser, page, page, ("outcome", "removed"), ("at", Twice), ("offset", offset), ("numbers", "1"));

        await AsksAsync(asked);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());
        Assert.That(await AtAsync("select checked_at from checks"), Is.EqualTo(At(utc)));
    }

    [TestCase("-07:00", "2021-11-07T08:30:00Z")]
    [TestCase("-08:00", "2021-11-07T09:30:00Z")]
    public async Task Content_was_seen_at_the_one_of_two_that_is_chosen(string offset, string utc)
    {
        using var browser = await SignedInAsync(People.Ines);
        (string, string)[] typed =
        [
            ("url", "https://perch.example/p/2"), ("seen", Twice), ("zone", "America/Los_Angeles"), ("clause", "7.4"), ("severity", "high"), ("note", "No picture loads."),
        ];

        using var asked = await PostAsync(browser, "/reports/file", "/reports/file", typed);
        using var answer = await PostAsync(browser, "/reports/file", "/reports/file", [.. typed, ("offset", offset)]);

        await AsksAsync(asked);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());
        Assert.That(await AtAsync("select seen_at from report_items order by seen_at desc limit 1"), Is.EqualTo(At(utc)));
    }

    [Test]
    public async Task A_plan_came_in_at_the_one_of_two_that_is_chosen()
    {
        using var browser = await SignedInAsync(People.Ines);

        using var asked = await ReceiveAsync(browser, null);
        using var answer = await ReceiveAsync(browser, "-08:00");

        await AsksAsync(asked);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());
        Assert.That(await AtAsync("select received_at from plans"), Is.EqualTo(At("2021-11-07T09:30:00Z")));
    }

    [Test]
    public async Task A_time_that_the_clock_skips_is_no_time()
    {
        using var browser = await SignedInAsync(People.Ines);
        var page = $"/cases/{caseRef}/check";

        using var answer = await PostAsync(browser, page, page, ("outcome", "removed"), ("at", "2021-03-14T02:30"), ("numbers", "1"));

        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("the clock skips 02:30 that day"));
    }

    private async Task<HttpResponseMessage> ReceiveAsync(HttpClient browser, string? offset)
    {
        var page = $"/cases/{caseRef}/plan/receive";
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync(browser, page)), "__RequestVerificationToken" },
            { new StringContent(Twice), "at" },
            { new StringContent(offset ?? ""), "offset" },
            { new ByteArrayContent("Volunteers."u8.ToArray()), "file", "plan.txt" },
        };
        return await browser.PostAsync(new Uri(page, UriKind.Relative), form);
    }

    private static async Task AsksAsync(HttpResponseMessage answer)
    {
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(page, Does.Contain($"the clock shows {Twice} twice").And.Contain(">PDT (UTC-07:00)</option>").And.Contain(">PST (UTC-08:00)</option>"));
    }

    private Task<Instant> AtAsync(string sql) => Database.ReadAsync(connection => connection.QuerySingleAsync<Instant>(sql));
}
