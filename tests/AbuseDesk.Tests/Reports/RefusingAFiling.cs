using System.Text;
using AbuseDesk.Cases;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Reports;

public sealed class RefusingAFiling(Engine engine) : DeskTest(engine)
{
    private static readonly string[] Header = ["url,seen,clause,severity,excerpt,reporter,screenshot"];

    [SetUp]
    public async Task Seed()
    {
        await Known.CustomersAndTermsAsync(Database);
        await Database.WriteAsync(tx => tx.ExecuteAsync(
            """
            insert into clauses (terms_version_id, ordinal, number, heading, topic, body)
            select id, 2, '1.1', 'Parties', 'parties', 'You and us.' from terms_versions
            """));
        Clock.Now = At("2020-12-15T18:00:00Z");
    }

    private Instant Seen => Clock.Now - Duration.FromHours(1);

    [Test]
    public async Task A_clause_that_is_not_about_conduct_cannot_be_broken()
    {
        const string Sentence = "Clause 1.1 Parties is not about conduct, so content cannot break it; choose another, or add its topic “parties” to templates/policy/topics.yml.";
        Assert.That(() => FileAsync(Known.Report("1", Seen, "1.1")), Throws.TypeOf<DeskException>().With.Message.EqualTo(Sentence));

        var filed = await FileAsync(Known.Report("1", Seen, "7.4"));
        Assert.That(() => Get<UpholdViolation>().RunAsync(People.Ines, filed.CaseRef, 1, "1.1", Severity.Low), Throws.TypeOf<DeskException>().With.Message.EqualTo(Sentence));
        var offered = await Get<ItemViolations>().ClausesAsync(Seen);
        Assert.That(offered.Select(clause => clause.Number), Is.EquivalentTo(new[] { "7.1", "7.4" }));
    }

    [Test]
    public async Task A_row_of_a_list_under_such_a_clause_is_set_aside()
    {
        using var list = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Header.Append("https://perch.example/p/1,2020-12-15T17:00:00Z,1.1,high,,,").Append("https://perch.example/p/2,2020-12-15T17:00:00Z,7.4,high,,,"))));

        var imported = await Get<ImportReports>().RunAsync(People.Ines, new ImportReportsRequest { Csv = list });

        Assert.That((imported.Filed, imported.Rejected.Single().Column), Is.EqualTo((1, "clause")));
    }

    [Test]
    public void A_customer_that_did_not_hold_the_location_is_refused_and_the_holder_named() =>
        Assert.That(
            () => FileAsync(Known.Report("1", Seen, "7.4") with { Customer = "A-1099" }),
            Throws.TypeOf<DeskException>().With.Message.EqualTo("perch.example was held by A-1042 Perch Social when the content was seen, not by A-1099; leave the customer out, or correct location and time."));

    [Test]
    public async Task The_holder_at_that_instant_counts_and_a_location_of_nobody_goes_to_whom_is_named()
    {
        var then = At("2020-11-01T12:00:00Z");
        var held = await FileAsync(Known.Report("1", then, "6.2") with { Url = "https://heron.example/1", Customer = "A-1099" });
        Assert.That(() => FileAsync(Known.Report("1", Seen, "7.4") with { Url = "https://heron.example/2", Customer = "A-1099" }), Throws.TypeOf<DeskException>().With.Message.Contains("A-1042 Perch Social"));
        var unlisted = await FileAsync(Known.Report("1", Seen, "7.4") with { Url = "https://elsewhere.example/1", Customer = "A-1099" });

        Assert.That(unlisted.CaseRef, Is.EqualTo(held.CaseRef));
    }

    [Test]
    public async Task A_check_before_the_item_was_first_seen_is_refused()
    {
        var filed = await FileAsync(Known.Report("1", At("2020-12-15T10:00:30Z"), "7.4"));

        Assert.That(
            () => CheckAsync("2020-12-15T09:59:00Z"),
            Throws.TypeOf<DeskException>().With.Message.EqualTo("Item 1 cannot have been checked at Tue 15 Dec 2020, 01:59 PST: it was first seen at Tue 15 Dec 2020, 02:00 PST; correct the time."));
        Assert.That(() => CheckAsync("2020-12-15T10:00:00Z"), Throws.Nothing, "forms give minutes");

        Task CheckAsync(string at) => Get<RecordChecks>().RunAsync(People.Ines, filed.CaseRef, [new ItemCheck(1, CheckOutcome.Removed, At(at))]);
    }

    private Task<FiledReport> FileAsync(FileReportRequest request) => Get<FileReport>().RunAsync(People.Ines, request);
}
