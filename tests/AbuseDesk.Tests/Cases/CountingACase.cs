using AbuseDesk.Cases;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Cases;

/// <summary>Five items over three weeks, sent in two batches and checked four times; every figure is worked out by hand.</summary>
public sealed class CountingACase(Engine engine) : DeskTest(engine)
{
    private const string Case = "C-2020-0001";

    private long caseId;

    [SetUp]
    public async Task Play()
    {
        await Known.CustomersAndTermsAsync(Database);
        Clock.Now = At("2020-12-01T12:00:00Z");
        await FileAsync("1", "2020-11-16T20:00:00Z");
        await FileAsync("2", "2020-11-17T20:00:00Z");
        await FileAsync("3", "2020-11-18T20:00:00Z");
        // Monday 30 November 06:00 UTC is still Sunday 29 at the desk
        await FileAsync("4", "2020-11-30T06:00:00Z");
        await FileAsync("5", "2020-11-30T12:00:00Z");
        caseId = (await Get<CaseRecord>().GetAsync(Case)).Id;
        Clock.Now = At("2020-12-02T12:00:00Z");
        await Forwarded.ItemsAsync(Database, caseId, 1, At("2020-12-03T12:00:00Z"), 1, 2, 3);
        await CheckAsync("2020-12-03T06:00:00Z", (1, CheckOutcome.Removed), (2, CheckOutcome.StillUp), (3, CheckOutcome.Removed));
        Clock.Now = At("2020-12-04T12:00:00Z");
        await Forwarded.ItemsAsync(Database, caseId, 2, At("2020-12-05T12:00:00Z"), 4);
        await CheckAsync("2020-12-04T18:00:00Z", (2, CheckOutcome.Removed), (3, CheckOutcome.StillUp), (4, CheckOutcome.StillUp));
        await CheckAsync("2020-12-06T12:00:00Z", (1, CheckOutcome.Removed), (4, CheckOutcome.Unreachable));
    }

    [Test]
    public async Task The_figures_now_agree_with_those_worked_out_by_hand()
    {
        var figures = await Get<CaseStatistics>().GetAsync(caseId);

        Assert.That((figures.Items, figures.Sent, figures.Removed, figures.StillUp, figures.Unknown), Is.EqualTo((5, 4, 2, 1, 2)));
        // item 1 after 18 hours, item 2 after 54
        Assert.That(figures.MedianHoursToRemoval, Is.EqualTo(36));
        Assert.That(figures.CheckedAt, Is.EqualTo(At("2020-12-06T12:00:00Z")));
        Assert.That(figures.Weeks, Is.EqualTo(
        [
            new WeekOfItems(new LocalDate(2020, 11, 16), 3, 2, 1),
            new WeekOfItems(new LocalDate(2020, 11, 23), 1, 0, 0),
            new WeekOfItems(new LocalDate(2020, 11, 30), 1, 0, 0),
        ]));
        Assert.That(figures.Batches.Select(batch => (batch.Number, batch.NoticeRef, batch.Items, batch.Removed, batch.StillUp, batch.RemovedByActBy)), Is.EqualTo(
            [(1, "N-1", 3, 2, 1, 2), (2, "N-2", 1, 0, 0, 0)]));
    }

    [Test]
    public async Task The_figures_of_an_earlier_instant_know_nothing_of_later()
    {
        var figures = await Get<CaseStatistics>().GetAsync(caseId, At("2020-12-04T00:00:00Z"));

        Assert.That((figures.Sent, figures.Removed, figures.StillUp, figures.Unknown, figures.MedianHoursToRemoval), Is.EqualTo((3, 2, 1, 2, 18d)));
        Assert.That(figures.Batches, Has.Count.EqualTo(1));
        Assert.That((await Get<CaseStatistics>().GetAsync(caseId, At("2020-11-30T00:00:00Z"))).Items, Is.Zero);
    }

    [Test]
    public async Task Item_rows_carry_the_same_states_as_the_figures()
    {
        var items = await Get<CaseItems>().ListAsync(caseId);

        Assert.That(items.Select(item => (item.Number, item.State, item.Batch, string.Join(' ', item.Checks))), Is.EqualTo(
        [
            (5, "unchecked", null, ""),
            (4, "unreachable", 2, "still-up unreachable"),
            (3, "still-up", 1, "removed still-up"),
            (2, "removed", 1, "still-up removed"),
            (1, "removed", (int?)1, "removed removed"),
        ]));
        Assert.That(items[4].RemovedAt, Is.EqualTo(At("2020-12-03T06:00:00Z")), "the first of its run of removals");
        Assert.That(items[2].RemovedAt, Is.Null, "back up again");
        var head = await Get<CaseRecord>().GetAsync(Case);
        Assert.That((head.ItemsCount, head.StillUpCount, head.RemovedCount), Is.EqualTo((5, 1, 2)));
        Assert.That((await Get<CaseTimeline>().ListAsync(Case))[0].Summary, Is.EqualTo("checked 2 items: 1 removed, 1 unreachable"));
    }

    [Test]
    public async Task An_older_check_changes_no_state()
    {
        await Get<RecordChecks>().RunAsync(People.Ines, Case, [new ItemCheck(3, CheckOutcome.Removed, At("2020-12-04T17:00:00Z"))]);
        var item = await Get<CaseItems>().FindAsync(caseId, 3);

        Assert.That((item!.State, item.StateAt), Is.EqualTo(("still-up", At("2020-12-04T18:00:00Z"))));
    }

    [Test]
    public async Task Items_are_filtered_and_paged_newest_first()
    {
        var items = Get<CaseItems>();

        Assert.That((await items.ListAsync(caseId, ItemState.Removed)).Select(item => item.Number), Is.EqualTo([2, 1]));
        Assert.That((await items.ListAsync(caseId, before: 4, limit: 2)).Select(item => item.Number), Is.EqualTo([3, 2]));
        Assert.That(await items.ListAsync(caseId, severity: Severity.Critical), Is.Empty);
        var counts = await items.CountAsync(caseId);
        Assert.That((counts.All, counts.StillUp, counts.Removed, counts.Unreachable, counts.Unchecked, counts.Critical), Is.EqualTo((5, 1, 2, 1, 1, 0)));
        Assert.That((await items.CountByClauseAsync(caseId)).Select(count => (count.Clause, count.TermsVersion, count.Items)), Is.EqualTo([("6.2", "2019-05-01", 5)]));
    }

    [Test]
    public void A_check_of_the_future_or_of_no_item_is_refused()
    {
        Assert.That(() => Get<RecordChecks>().RunAsync(People.Ines, Case, [new ItemCheck(1, CheckOutcome.Removed, At("2021-01-01T00:00:00Z"))]), Throws.TypeOf<DeskException>().With.Message.Contains("still to come"));
        Assert.That(() => Get<RecordChecks>().RunAsync(People.Ines, Case, [new ItemCheck(9, CheckOutcome.Removed, Clock.Now)]), Throws.TypeOf<DeskException>().With.Message.Contains("no item 9"));
        Assert.That(() => Get<RecordChecks>().RunAsync(People.Auditor, Case, [new ItemCheck(1, CheckOutcome.Removed, Clock.Now)]), Throws.TypeOf<DeskException>());
    }

    private Task<FiledReport> FileAsync(string path, string seen) => Get<FileReport>().RunAsync(People.Ines, Known.Report(path, At(seen)));

    private Task CheckAsync(string at, params (int Number, CheckOutcome Outcome)[] checks)
    {
        Clock.Now = At(at);
        return Get<RecordChecks>().RunAsync(People.Tomas, Case, [.. checks.Select(check => new ItemCheck(check.Number, check.Outcome, Clock.Now))]);
    }
}
