using AbuseDesk.Deadlines;
using AbuseDesk.Deadlines.Computing;
using AbuseDesk.Terms;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Tests.Terms;

public sealed class CountingAPeriod
{
    private static readonly DateTimeZone LosAngeles = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];

    private static BusinessCalendar UsFederal => new Calendars(Path.Combine(AbuseDesk.Tests.Notices.NoticeTexts.TemplatesFolder, "policy", "calendars")).Get("us-federal");

    // the day of the notice is the provider's: at 23:30 in Los Angeles it is the next day in UTC
    [TestCase("2021-01-10T07:30:00Z", 30, false, "2021-02-09T07:59:00Z")]
    // the clocks go forward on 14 March: the last day has the other offset
    [TestCase("2021-02-20T20:00:00Z", 30, false, "2021-03-23T06:59:00Z")]
    // 14 February is a Sunday, and the Monday after it a holiday
    [TestCase("2021-01-15T20:00:00Z", 30, true, "2021-02-17T07:59:00Z")]
    [TestCase("2021-01-15T20:00:00Z", 30, false, "2021-02-15T07:59:00Z")]
    [TestCase("2021-01-15T20:00:00Z", 0, false, "2021-01-16T07:59:00Z")]
    public void It_ends_with_its_last_whole_day_on_the_providers_calendar(string notice, int days, bool workingDay, string earliest) =>
        Assert.That(new ContractPeriod(days, workingDay).Earliest(At(notice), LosAngeles, UsFederal.IsBusinessDay), Is.EqualTo(At(earliest)));

    [Test]
    public void A_year_whose_holidays_are_not_listed_cannot_be_counted() => Assert.That(
        () => new ContractPeriod(30, true).LastDay(At("2031-05-01T00:00:00Z"), LosAngeles, UsFederal.IsBusinessDay),
        Throws.TypeOf<DeskException>().With.Message.Contains("knows the years 2019 to 2030 only, and 30 May 2031 had to be looked up"));

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
