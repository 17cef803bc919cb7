using AbuseDesk.Notices.Document;
using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Tests.Notices;

public sealed class CountingATrend
{
    [TestCase(0, TrendUnit.Week, 8, "16 Nov")]
    [TestCase(40, TrendUnit.Month, 12, "Feb 2020")]
    [TestCase(100, TrendUnit.Quarter, 10, "Q4 2018")]
    [TestCase(500, TrendUnit.Year, 11, "2011")]
    public void Periods_grow_with_the_span(int weeksEarlier, TrendUnit unit, int periods, string first)
    {
        var facts = SpreadOver(weeksEarlier);

        Assert.That((facts.Trend.Unit, facts.Trend.Periods.Count, facts.Trend.Periods[0].Label.Replace('\u00a0', ' ')), Is.EqualTo((unit, periods, first)));
        Assert.That(facts.Trend.Periods.Sum(period => period.Items), Is.EqualTo(98));
    }

    [Test]
    public void An_event_stands_in_its_period()
    {
        var chart = NoticeTexts.Compile(SpreadOver(40)).Blocks.OfType<ChartBlock>().Single();

        // the warning of 10 December stands in the eleventh month
        Assert.That(chart.Events.Single(mark => mark.Word == "warning").Position, Is.EqualTo(10 + 9.4 / 31).Within(0.05));
        Assert.That(chart.Events.Single(mark => mark.Word == "warning").Date, Does.EndWith("2020"));
        Assert.That(chart.Weeks.Select(week => week.Label), Is.Unique);
        Assert.That(chart.Description, Does.StartWith("Bars by month: "));
    }

    // the first item, seen earlier
    private static NoticeFacts SpreadOver(int weeks)
    {
        var facts = SampleFacts.Suspension();
        var first = facts.Items[0];
        var seen = MomentInZones.Of(first.Seen.Provider.Instant - NodaTime.Duration.FromDays(7 * weeks), first.Seen.Provider.ZoneId, first.Seen.Customer.ZoneId, "en");
        return facts with { Items = [first with { Seen = seen }, .. facts.Items.Skip(1)] };
    }
}
