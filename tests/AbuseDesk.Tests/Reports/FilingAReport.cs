using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Reports;

public sealed class FilingAReport(Engine engine) : DeskTest(engine)
{
    private Instant Seen => Clock.Now - Duration.FromHours(1);

    [SetUp]
    public Task Seed() => Known.CustomersAndTermsAsync(Database);

    [Test]
    public async Task A_first_report_opens_a_case_with_one_item()
    {
        var filed = await FileAsync(Known.Report("1", Seen) with { Screenshots = [Known.Screenshot(Seen), Known.Screenshot(Seen, 50)] });

        Assert.That((filed.ReportRef, filed.CaseRef, filed.ItemNumber, filed.Joined, filed.OpenedCase), Is.EqualTo(("R-2020-00001", "C-2020-0001", 1, false, true)));
        var head = await Get<CaseRecord>().GetAsync(filed.CaseRef);
        Assert.That((head.Title, head.CustomerName, head.Severity, head.ItemsCount, head.Turn, head.ToDo), Is.EqualTo(("Violence", "Perch Social", "high", 1, "ours", "forward the items")));
        var item = (await Get<CaseItems>().ListAsync(head.Id)).Single();
        Assert.That((item.Display, item.Clause, item.TermsVersion, item.Severity, item.State), Is.EqualTo(("perch.example/p/1", "6.2", "2019-05-01", "high", "unchecked")));
        Assert.That((item.ScreenshotsCount, item.ReportsCount, item.Batch), Is.EqualTo((2, 1, (int?)null)));
        Assert.That(await CountAsync("journal where chain = 'C-2020-0001'"), Is.EqualTo(2));
    }

    [Test]
    public async Task The_same_location_written_otherwise_joins_the_item()
    {
        var first = await FileAsync(Known.Report("1", Seen));
        var second = await FileAsync(Known.Report("1", Seen - Duration.FromHours(1)) with { Url = "hxxp://PERCH[.]example:80/p/1?utm_source=x", Screenshots = [Known.Screenshot(Seen)] });

        Assert.That((second.Joined, second.ItemId, second.CaseRef, second.OpenedCase), Is.EqualTo((true, first.ItemId, first.CaseRef, false)));
        var item = (await Get<CaseItems>().ListAsync(first.CaseId)).Single();
        Assert.That((item.ReportsCount, item.ScreenshotsCount, item.FirstSeenAt), Is.EqualTo((2, 1, Seen - Duration.FromHours(1))));
        Assert.That(await CountAsync("violations"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_later_item_of_the_customer_goes_to_the_open_case()
    {
        await FileAsync(Known.Report("1", Seen));
        var second = await FileAsync(Known.Report("2", Seen, severity: Severity.Critical));

        Assert.That((second.CaseRef, second.ItemNumber), Is.EqualTo(("C-2020-0001", 2)));
        Assert.That((await Get<CaseRecord>().GetAsync("c-2020-0001 ")).Severity, Is.EqualTo("critical"));
    }

    [Test]
    public async Task An_item_of_a_closed_case_reopens_it()
    {
        var first = await FileAsync(Known.Report("1", Seen));
        await Get<CloseCase>().RunAsync(People.Ines, first.CaseRef, "customer left");
        var again = await FileAsync(Known.Report("1", Seen));

        Assert.That((again.CaseRef, again.ReopenedCase), Is.EqualTo((first.CaseRef, true)));
        Assert.That((await Get<CaseRecord>().GetAsync(first.CaseRef)).Status, Is.EqualTo("open"));
    }

    [Test]
    public async Task A_higher_severity_raises_the_violation_across_versions_of_the_terms()
    {
        await FileAsync(Known.Report("1", Seen));
        Clock.Now = At("2020-12-05T00:00:00Z");
        var raised = await FileAsync(Known.Report("1", At("2020-12-04T00:00:00Z"), "7.4", Severity.Critical));
        var lower = await FileAsync(Known.Report("1", At("2020-12-04T01:00:00Z"), "7.4", Severity.Low));

        Assert.That((raised.Violation, lower.Violation), Is.EqualTo((Upheld.Raised, Upheld.Unchanged)));
        Assert.That(await CountAsync("violations where severity = 'critical'"), Is.EqualTo(1));
        Assert.That((await Get<CaseTimeline>().ListAsync(raised.CaseRef))[1].Summary, Does.EndWith("raised to critical"));
    }

    [Test]
    public async Task The_holder_is_who_held_the_place_when_it_was_seen()
    {
        var heron = await FileAsync(Known.Report("", Seen) with { Url = "heron.example/r/1", SeenAt = At("2020-11-10T00:00:00Z") });
        Clock.Now = At("2020-11-25T00:00:00Z");
        var perch = await FileAsync(Known.Report("", Seen) with { Url = "heron.example/r/1", SeenAt = At("2020-11-24T00:00:00Z") });

        Assert.That((await Get<CaseRecord>().GetAsync(heron.CaseRef)).CustomerAccount, Is.EqualTo("A-1099"));
        Assert.That((await Get<CaseRecord>().GetAsync(perch.CaseRef)).CustomerAccount, Is.EqualTo("A-1042"));
    }

    [Test]
    public async Task A_removed_item_that_is_reported_again_asks_for_a_check()
    {
        var first = await FileAsync(Known.Report("1", Seen));
        Clock.Now += Duration.FromHours(5);
        await Get<RecordChecks>().RunAsync(People.Ines, first.CaseRef, [new(1, CheckOutcome.Removed, Clock.Now)]);
        Clock.Now += Duration.FromHours(5);
        await FileAsync(Known.Report("1", Clock.Now));

        Assert.That((await Get<CaseRecord>().GetAsync(first.CaseRef)).ToDo, Is.EqualTo("check item 1, reported again"));
    }

    [Test]
    public async Task What_cannot_be_filed_is_said_in_one_sentence_and_leaves_nothing()
    {
        var good = Known.Report("1", Seen);
        Refused(good with { Url = "https://nobody.example/" }, "No customer held nobody.example");
        Refused(good with { Customer = "A-1" }, "There is no customer “A-1”");
        Refused(good with { Clause = "9.9" }, "9.9");
        Refused(good with { SeenAt = Clock.Now + Duration.FromMinutes(1) }, "still to come");
        Refused(good with { Note = null }, "at least one screenshot");
        Refused(good with { Screenshots = [Known.Screenshot(Seen), Known.Screenshot(Seen) with { Bytes = [1, 2, 3] }] }, "is not an image");
        Assert.That(() => Get<FileReport>().RunAsync(People.Auditor, good), Throws.TypeOf<DeskException>().With.Message.Contains("may not file a report"));

        foreach (var table in (string[])["cases", "items", "reports", "evidence", "counters", "journal"])
            Assert.That(await CountAsync(table), Is.Zero, table);
        Assert.That(Directory.Exists(Desk.Settings.Evidence) ? Directory.GetFiles(Desk.Settings.Evidence, "*", SearchOption.AllDirectories) : [], Is.Empty);
    }

    private void Refused(FileReportRequest request, string why) =>
        Assert.That(() => FileAsync(request), Throws.TypeOf<DeskException>().With.Message.Contains(why));

    private Task<FiledReport> FileAsync(FileReportRequest request) => Get<FileReport>().RunAsync(People.Ines, request);

    private Task<int> CountAsync(string table) => Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>($"select count(*) from {table}"));
}
