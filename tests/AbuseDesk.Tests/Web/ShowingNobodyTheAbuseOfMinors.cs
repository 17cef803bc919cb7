using System.Net;
using AbuseDesk.Cases;
using AbuseDesk.Evidence;
using AbuseDesk.Notices.Gathering;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Web;

public sealed class ShowingNobodyTheAbuseOfMinors(Engine engine) : WebTest(engine)
{
    private FiledReport filed = null!;
    private string sealedPicture = "";
    private string other = "";

    [SetUp]
    public async Task FileAnItemUnderEachClause()
    {
        await Known.CustomersAndTermsAsync(Database);
        await Database.WriteAsync(tx => tx.ExecuteAsync(
            """
            insert into clauses (terms_version_id, ordinal, number, heading, topic, body)
            select id, 3, '7.10', 'Sexual abuse of minors', 'minors', 'Do not.' from terms_versions where version = '2020-12-01'
            """));
        Clock.Now = At("2020-12-15T18:00:00Z");
        var seen = At("2020-12-14T18:00:00Z");
        filed = await FileAsync("1", "7.10", 400);
        await FileAsync("2", "7.4", 401);
        var evidence = await Get<CaseEvidence>().ListAsync(filed.CaseId);
        (sealedPicture, other) = (evidence[0].Sha256, evidence[1].Sha256);

        Task<FiledReport> FileAsync(string path, string clause, int width) => Get<FileReport>().RunAsync(
            People.Ines, Known.Report(path, seen, clause, Severity.Critical) with { Screenshots = [Known.Screenshot(seen, width)] });
    }

    [Test]
    public async Task Every_address_of_its_bytes_refuses_everybody_and_other_pictures_are_served()
    {
        foreach (var person in new[] { People.Ines, People.Maren, People.Ruth, People.Auditor })
        {
            using var browser = await SignedInAsync(person);
            using var shown = await PostAsync(browser, $"/cases/{filed.CaseRef}?handler=Show", $"/cases/{filed.CaseRef}");

            Assert.That(await StatusesAsync(browser, sealedPicture), Is.All.EqualTo(HttpStatusCode.Forbidden), person.Login);
            Assert.That(await StatusesAsync(browser, other), Is.All.EqualTo(HttpStatusCode.OK), person.Login);
        }
    }

    [Test]
    public async Task The_refusal_is_a_sentence_that_no_browser_keeps_and_no_look_is_written_down()
    {
        using var browser = await SignedInAsync(People.Ruth);

        using var answer = await browser.GetAsync(new Uri($"/evidence/{sealedPicture}", UriKind.Relative));

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.StartWith("This evidence belongs to an item under the clause on the sexual abuse of minors"));
        Assert.That(answer.Headers.CacheControl!.NoStore);
        Assert.That((await Get<CaseTimeline>().ListAsync(filed.CaseRef)).Select(entry => entry.Act), Has.None.EqualTo("screenshot-viewed"));
    }

    [Test]
    public async Task A_redacted_copy_the_original_of_its_report_and_a_reversed_decision_open_nothing()
    {
        using var browser = await SignedInAsync(People.Ruth);
        var copy = await Get<RedactScreenshot>().RunAsync(People.Ruth, filed.CaseRef, 1, sealedPicture, [new RedactionBox(1, 1, 9, 9)], "A face.");
        await Database.WriteAsync(async tx =>
        {
            await tx.ExecuteAsync(
                "update reports set original_sha256 = @other where id in (select report_id from report_items ri join items i on i.id = ri.item_id where i.number = 1)",
                new { other });
            await tx.ExecuteAsync("update violations set reversed_at = @Now, reversed_by = 'maren', reverse_reason = 'Not so.'", new { tx.Now });
        });

        Assert.That(await StatusesAsync(browser, copy.Sha256), Is.All.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await StatusesAsync(browser, other), Is.All.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await StatusesAsync(browser, sealedPicture), Is.All.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_notice_has_no_exhibit_of_it()
    {
        var file = await Database.WriteAsync(tx => ReadCaseFile.RunAsync(tx, filed.CaseId));

        Assert.That(file.Screenshots.SelectMany(rows => rows).Select(row => row.Sha256), Is.EqualTo(new[] { other }));
    }

    private static async Task<List<HttpStatusCode>> StatusesAsync(HttpClient browser, string sha256)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var address in new[] { "", "/thumb", "/thumb?w=160", "/thumb?w=1280&clear=true" })
        {
            using var answer = await browser.GetAsync(new Uri($"/evidence/{sha256}{address}", UriKind.Relative));
            statuses.Add(answer.StatusCode);
        }

        return statuses;
    }
}
