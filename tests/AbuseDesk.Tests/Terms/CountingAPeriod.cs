using AbuseDesk.Terms;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Tests.Terms;

public sealed class CountingAPeriod
{
    private static readonly DateTimeZone LosAngeles = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];

    private static Holidays Holidays => Holidays.Load(Path.Combine(AbuseDesk.Tests.Notices.NoticeTexts.TemplatesFolder, "policy", "holidays.yml"));

    // the day of the notice is the provider's: at 23:30 in Los Angeles it is the next day in UTC
    [TestCase("2021-01-10T07:30:00Z", 30, false, "2021-02-09T07:59:00Z")]
    // the clocks go forward on 14 March: the last day has the other offset
    [TestCase("2021-02-20T20:00:00Z", 30, false, "2021-03-23T06:59:00Z")]
    // 14 February is a Sunday, and the Monday after it a holiday
    [TestCase("2021-01-15T20:00:00Z", 30, true, "2021-02-17T07:59:00Z")]
    [TestCase("2021-01-15T20:00:00Z", 30, false, "2021-02-15T07:59:00Z")]
    [TestCase("2021-01-15T20:00:00Z", 0, false, "2021-01-16T07:59:00Z")]
    public void It_ends_with_its_last_whole_day_on_the_providers_calendar(string notice, int days, bool workingDay, string earliest) =>
        Assert.That(new ContractPeriod(days, workingDay).Earliest(At(notice), LosAngeles, Holidays), Is.EqualTo(At(earliest)));

    [Test]
    public void A_year_whose_holidays_are_not_listed_cannot_be_counted() => Assert.That(
        () => new ContractPeriod(30, true).LastDay(At("2030-05-01T00:00:00Z"), LosAngeles, Holidays),
        Throws.TypeOf<DeskException>().With.Message.EqualTo("templates/policy/holidays.yml lists no holiday of 2030, so nobody can say on which day the period ends; add the holidays of that year."));

    [Test]
    public void A_holiday_is_written_by_its_date() => Assert.That(
        () => Holidays.Read("holidays:\n  New Year: 2021-01-01\n", "h.yml"), Throws.TypeOf<DeskException>().With.Message.Contains("h.yml, line 2").And.Message.Contains("called by its date"));

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
