using AbuseDesk.Notices;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Web;

public sealed class WritingToAReporter(Engine engine) : WebTest(engine)
{
    [Test]
    public async Task An_item_offers_the_letters_to_its_reporters_and_the_form_drafts_them()
    {
        await Known.CustomersAndTermsAsync(Database);
        Clock.Now = At("2020-12-15T18:00:00Z");
        var filed = await Get<FileReport>().RunAsync(People.Ines, Known.Report("1", At("2020-12-14T18:00:00Z"), "7.4") with
        {
            Source = ReportSource.Form,
            ReporterName = "Jo Field",
            ReporterEmail = "jo@watch.example",
        });
        using var browser = await SignedInAsync(People.Ines);

        var item = await ReadAsync(browser, $"/cases/{filed.CaseRef}/items/1");
        var form = await ReadAsync(browser, $"/notices/draft?case={filed.CaseRef}&kind=decision&report={filed.ReportRef}");
        var kinds = await ReadAsync(browser, $"/notices/draft?case={filed.CaseRef}&kind=forwarding");

        Assert.That(item, Does.Contain("jo@watch.example").And.Contain($"kind=receipt&report={filed.ReportRef}").And.Contain($"kind=decision&report={filed.ReportRef}"));
        Assert.That(form, Does.Contain($"value=\"{filed.ReportRef}\"").And.Contain("says nothing of the customer").And.Contain("<select id=\"language\" name=\"language\">").And.Contain(">French</option>").And.Contain("name=\"automatedMeans\"").And.Not.Contain("name=\"readers["));
        Assert.That(kinds, Does.Not.Contain("kind=decision").And.Not.Contain("kind=receipt"));
        var page = $"/cases/{filed.CaseRef}/notices/draft?kind=decision";
        using var wrong = await PostAsync(browser, page, page, ("report", "R-2020-09999"));
        Assert.That(await wrong.Content.ReadAsStringAsync(), Does.Contain("There is no report"));
        using var answer = await PostAsync(browser, page, page, ("report", filed.ReportRef!), ("language", "de"), ("automatedMeans", "Ein Filter fand den Inhalt."));
        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo("/notices/N-2020-0001"));
        Assert.That(await ReadAsync(browser, "/notices/N-2020-0001"), Does.Contain("The reporter").And.Contain(filed.ReportRef!));
        var notice = await Get<NoticeRecords>().GetAsync("N-2020-0001");
        Assert.That((notice.Recipients, notice.Language, notice.AutomatedMeans), Is.EqualTo(("jo@watch.example", "de", "Ein Filter fand den Inhalt.")));
    }
}
