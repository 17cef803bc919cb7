using AbuseDesk.Cases;
using AbuseDesk.Escalation;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Cases;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Escalation;

public sealed class PreviewingALadder(Engine engine) : DeskTest(engine)
{
    private const string Case = "C-2020-0001";

    private static readonly string Text = File.ReadAllText(Policies.PathOf("ladder.yml"));

    private LocalDate today;

    /// <summary>Twelve high items (72 points), forwarded, and still up when their day had passed: a warning is proposed from then on.</summary>
    [SetUp]
    public async Task Seed()
    {
        await Known.CustomersAndTermsAsync(Database);
        for (var i = 1; i <= 12; i++)
            await Get<FileReport>().RunAsync(People.Ines, Known.Report($"{i}", Clock.Now - Duration.FromHours(1), severity: Severity.High));
        await Forwarded.ItemsAsync(Database, (await Get<CaseRecord>().GetAsync(Case)).Id, 1, Clock.Now + Duration.FromDays(1), [.. Enumerable.Range(1, 12)]);
        Clock.Now += Duration.FromDays(2);
        await Get<RecordChecks>().RunAsync(People.Ines, Case, [.. Enumerable.Range(1, 12).Select(i => new ItemCheck(i, CheckOutcome.StillUp, Clock.Now))]);
        Clock.Now += Duration.FromDays(3);
        today = Clock.Now.InZone(Get<AbuseDesk.Database.DeskZone>().Zone).Date;
    }

    [Test]
    public async Task The_ladder_in_use_differs_from_itself_on_no_day()
    {
        var preview = await Get<PreviewLadder>().RunAsync(Text, "ladder.yml", 90);

        Assert.That(preview.Differences, Is.Empty);
        Assert.That((preview.Customers, preview.From, preview.To), Is.EqualTo((1, today.PlusDays(-89), today)));
        Assert.That(preview.Sentence, Does.Contain("the same as the ladder 2020-12-01 in use; 1 customer with violations decided in these days was looked at."));
    }

    [Test]
    public async Task A_ladder_that_asks_for_more_points_would_have_waited_on_the_days_on_which_this_one_warned()
    {
        var preview = await Get<PreviewLadder>().RunAsync(Stricter("    points: 60", "    points: 80"), "ladder.yml", 90);

        var difference = preview.Differences.Single();
        Assert.That((difference.CaseRef, difference.Proposed, difference.Other), Is.EqualTo((Case, "Warn the customer", "Nothing is proposed")));
        Assert.That((difference.From, difference.To), Is.EqualTo((today.PlusDays(-4), today)), "from the day after the items were sent, when their time was up");
        Assert.That(preview.Sentence, Does.Contain("the ladder 2021-02-01 would have proposed something else than the ladder 2020-12-01 in use for 1 customer"));
    }

    [Test]
    public async Task A_shorter_window_is_played_with_its_own_violations()
    {
        Clock.Now += Duration.FromDays(20);

        var preview = await Get<PreviewLadder>().RunAsync(
            Text.Replace("full_days: 60", "full_days: 5", StringComparison.Ordinal).Replace("window_days: 90", "window_days: 6", StringComparison.Ordinal), "ladder.yml", 90);

        var last = preview.Differences[0];
        Assert.That((last.Proposed, last.Other, last.To), Is.EqualTo(("Warn the customer", "Nothing is proposed", today.PlusDays(20))));
    }

    [Test]
    public void A_mistake_in_the_text_is_named_with_its_line()
    {
        var line = Text.Split('\n').ToList().FindIndex(one => one.StartsWith("full_days", StringComparison.Ordinal)) + 1;

        Assert.That(
            () => Get<PreviewLadder>().RunAsync(Text.Replace("full_days: 60", "full_days: long", StringComparison.Ordinal), "your ladder", 90),
            Throws.TypeOf<DeskException>().With.Message.Contains("your ladder").And.Message.Contains($"line {line}").And.Message.Contains("full_days"));
    }

    [TestCase(0)]
    [TestCase(367)]
    public void Days_out_of_range_are_refused(int days) => Assert.That(
        () => Get<PreviewLadder>().RunAsync(Text, "ladder.yml", days),
        Throws.TypeOf<DeskException>().With.Message.EqualTo("The days to look back are 1 to 366."));

    [Test]
    public async Task Nothing_is_written()
    {
        var before = await EntriesAsync();

        await Get<PreviewLadder>().RunAsync(Stricter("    points: 60", "    points: 80"), "ladder.yml", 30);

        Assert.That(await EntriesAsync(), Is.EqualTo(before));
    }

    private Task<long> EntriesAsync() => Database.ReadAsync(connection => Dapper.SqlMapper.QuerySingleAsync<long>(connection, "select count(*) from journal"));

    private static string Stricter(string from, string to) =>
        Text.Replace("version: 2020-12-01", "version: 2021-02-01", StringComparison.Ordinal).Replace(from, to, StringComparison.Ordinal);
}
