using System.Text;
using AbuseDesk.Cases;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Evidence;
using AbuseDesk.Tests.Staff;
using Dapper;
using SkiaSharp;

namespace AbuseDesk.Tests.Reports;

public sealed class ImportingReports(Engine engine) : DeskTest(engine)
{
    private const string Head = "url,seen,clause,severity,excerpt,reporter,screenshot\n";

    private const string Rows =
        """
        https://perch.example/p/1,2020-11-15T08:00:00Z,6.2,high,"Words, and more.",Harbour Watch <desk@harbourwatch.example>,a.png
        hxxp://perch[.]example/p/1,2020-11-15T09:00:00Z,6.2,critical,,Anonymous,
        https://perch.example/p/2,2020-11-15T10:00:00+01:00,6.2,low,x,noc@reed.example,a.png;a.png
        https://heron.example/p/1,2020-11-15T08:00:00Z,6.1,medium,x,,
        """;

    [SetUp]
    public Task Seed() => Known.CustomersAndTermsAsync(Database);

    [Test]
    public async Task Rows_become_reports_on_the_cases_of_those_who_held_the_places()
    {
        var done = new List<int>();
        var summary = await ImportAsync(Head + Rows, new Told(done));

        Assert.That((summary.Rows, summary.Filed, summary.Joined, summary.Repeated, summary.WithoutScreenshot), Is.EqualTo((4, 3, 1, 0, 2)));
        Assert.That(summary.Rejected, Is.Empty);
        Assert.That(summary.Cases, Is.EqualTo(["C-2020-0001", "C-2020-0002"]));
        Assert.That(done, Is.EqualTo([4]));
        var perch = await Get<CaseRecord>().GetAsync("C-2020-0001");
        Assert.That((perch.ItemsCount, perch.Severity), Is.EqualTo((2, "critical")));
        var report = await Get<ShowReport>().RunAsync("r-2020-00001");
        Assert.That((report.ReporterName, report.ReporterEmail, report.ScreenshotsCount), Is.EqualTo(("Harbour Watch", "desk@harbourwatch.example", 1)));
        Assert.That((await Get<CaseTimeline>().ListAsync("C-2020-0001"))[0].Summary, Is.EqualTo("filed 3 reports: 2 new items, 1 joined to known items, 1 violation raised"));
    }

    [Test]
    public async Task The_same_file_again_files_nothing_twice()
    {
        await ImportAsync(Head + Rows);
        await Get<ReverseViolation>().RunAsync(People.Ines, "C-2020-0001", 2, "not a call");
        var before = await StateAsync();
        var again = await ImportAsync(Head + Rows);

        Assert.That((again.Filed, again.Joined, again.Repeated), Is.EqualTo((0, 4, 4)));
        Assert.That(await StateAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Bad_rows_are_told_with_row_and_column_and_the_good_ones_are_filed()
    {
        var summary = await ImportAsync(
            Head
            + """
            https://nobody.example/,2020-11-15T08:00:00Z,6.2,high,x,,
            https://perch.example/p/1,yesterday,6.2,high,x,,
            https://perch.example/p/1,2020-11-15T08:00:00Z,9.9,high,x,,
            https://perch.example/p/1,2020-11-15T08:00:00Z,6.2,grave,x,,
            https://perch.example/p/1,2020-11-15T08:00:00Z,6.2,high,x,,missing.png
            https://perch.example/p/1,2020-11-15T08:00:00Z,6.2,high,too, many,,
            https://perch.example/p/9,2020-11-15T08:00:00Z,6.2,high,x,,
            https://perch.example/p/9,2030-11-15T08:00:00Z,6.2,high,x,,
            """);

        Assert.That(summary.Rejected.Select(row => (row.Row, row.Column)), Is.EqualTo(
            [(2, "url"), (3, "seen"), (4, "clause"), (5, "severity"), (6, "screenshot"), (7, "url"), (9, "seen")]));
        Assert.That(summary.Rejected[3].Reason, Is.EqualTo("“grave” is no severity; use one of low, medium, high, critical."));
        Assert.That((summary.Rows, summary.Filed), Is.EqualTo((8, 1)));
    }

    [TestCase("", "The file is empty")]
    [TestCase("url,seen,clause,severity,excerpt,reporter\n", "lacks the column screenshot")]
    [TestCase("url,seen,clause,severity,excerpt,reporter,screenshot,colour\n", "“colour”")]
    [TestCase("url,url,seen,clause,severity,excerpt,reporter,screenshot\n", "twice")]
    public void A_file_with_other_columns_is_refused_whole(string csv, string why) =>
        Assert.That(() => ImportAsync(csv), Throws.TypeOf<DeskException>().With.Message.Contains(why));

    [TestCase("https://perch.example/p/1,2020-11-15T08:00:00Z,6.2,high,\"a\"b,,\n", "Row 3: a quotation mark is out of place")]
    [TestCase("https://perch.example/caf\u00e9,2020-11-15T08:00:00Z,6.2,high,x,,\n", "list.csv is not UTF-8; save it as “CSV UTF-8”.")]
    public async Task A_file_that_is_broken_is_refused_whole(string row, string why)
    {
        var csv = Encoding.Latin1.GetBytes(Head + "https://perch.example/p/9,2020-11-15T08:00:00Z,6.2,high,x,,\n" + row);

        Assert.That(() => ImportAsync(csv), Throws.TypeOf<DeskException>().With.Message.Contains(why));
        Assert.That(await ItemsAsync(), Is.Zero);
    }

    [Test]
    public async Task A_row_without_end_is_refused_before_anything_is_filed()
    {
        var csv = Head + Many(501) + $"https://perch.example/p/0,2020-11-15T08:00:00Z,6.2,high,\"{new string('x', 5_000_000)}";

        Assert.That(() => ImportAsync(csv), Throws.TypeOf<DeskException>().With.Message.EqualTo("Row 503: the row is larger than 1 MB; a quotation mark may be left open, else shorten it."));
        Assert.That(await ItemsAsync(), Is.Zero);
    }

    [Test]
    public async Task An_import_that_stops_on_the_way_says_what_is_filed()
    {
        var csv = Encoding.UTF8.GetBytes(Head + Many(500) + "https://perch.example/p/501,2020-11-15T08:00:00Z,6.2,high,x,,b.png\n");

        Assert.That(() => ImportAsync(csv, find: _ => throw new IOException("The disk is gone.")), Throws.TypeOf<DeskException>().With.Message.EqualTo(
            "The import stopped after 500 rows: The disk is gone. What was filed before stays: 500 new items and 0 joined reports; import the file again, as nothing is filed twice."));
        Assert.That(await ItemsAsync(), Is.EqualTo(500));
    }

    [TestCase("/etc/hostname")]
    [TestCase("../a.png")]
    public async Task A_screenshot_is_named_and_no_path_is_taken(string name)
    {
        var csv = Encoding.UTF8.GetBytes(Head + $"https://perch.example/p/1,2020-11-15T08:00:00Z,6.2,high,x,,{name}\n");

        var summary = await ImportAsync(csv, find: ImportReportsRequest.ScreenshotsBeside("list.csv"));

        Assert.That(summary.Rejected.Single(), Is.EqualTo(new RejectedRow(
            2, "screenshot", $"“{name}” is a path; put the file beside the list, or in a folder “screenshots” there, and write only its name.")));
    }

    [Test]
    public async Task Reports_are_listed_newest_first_by_pages()
    {
        await ImportAsync(Head + Rows);
        var first = await Get<ListReports>().RunAsync(limit: 3);
        var rest = await Get<ListReports>().RunAsync(before: first[^1].Id);

        Assert.That(first.Concat(rest).Select(report => report.Ref), Is.EqualTo(["R-2020-00004", "R-2020-00003", "R-2020-00002", "R-2020-00001"]));
        Assert.That((await Get<ListReports>().RunAsync("C-2020-0001", 1)).Select(report => report.Ref), Is.EqualTo(["R-2020-00002", "R-2020-00001"]));
    }

    private Task<ImportedReports> ImportAsync(string csv, IProgress<int>? progress = null) => ImportAsync(Encoding.UTF8.GetBytes(csv), progress);

    private Task<ImportedReports> ImportAsync(byte[] csv, IProgress<int>? progress = null, Func<string, byte[]?>? find = null) => Get<ImportReports>().RunAsync(
        People.Ines,
        new ImportReportsRequest
        {
            Csv = new MemoryStream(csv),
            FileName = "list.csv",
            FindScreenshot = find ?? (name => name == "a.png" ? Pictures.Noise(SKEncodedImageFormat.Png) : null),
        },
        progress);

    private static string Many(int rows) => string.Concat(Enumerable.Range(1, rows).Select(row => $"https://perch.example/p/{row},2020-11-15T08:00:00Z,6.2,high,x,,\n"));

    private Task<long> ItemsAsync() => Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("select count(*) from items"));

    private Task<string> StateAsync() => Database.ReadAsync(async connection => string.Join(' ', await connection.QueryAsync<long>(
        """
        select count(*) from items union all select count(*) from reports union all select count(*) from screenshots
        union all select count(*) from captures union all select count(*) from violations where reversed_at is null
        union all select count(*) from journal union all select sum(version) from cases
        """)));

    private sealed class Told(List<int> done) : IProgress<int>
    {
        public void Report(int value) => done.Add(value);
    }
}
