using AbuseDesk.Notices.Facts;
using NodaTime;

namespace AbuseDesk.Tests.Notices;

public sealed class TellingMoments
{
    private static readonly Instant Effective = Instant.FromUtc(2021, 1, 11, 7, 59);

    [TestCase("America/Los_Angeles", "Sunday 10 January 2021, 23:59 PST", "UTC−8", "Los Angeles")]
    [TestCase("Europe/Paris", "Monday 11 January 2021, 08:59 CET", "UTC+1", "Paris")]
    [TestCase("UTC", "Monday 11 January 2021, 07:59 UTC", "UTC", "UTC")]
    [TestCase("Asia/Dubai", "Monday 11 January 2021, 11:59 UTC+4", "UTC+4", "Dubai")]
    [TestCase("America/Sao_Paulo", "Monday 11 January 2021, 04:59 UTC-3", "UTC−3", "Sao Paulo")]
    [TestCase("Asia/Kolkata", "Monday 11 January 2021, 13:29 IST", "UTC+5:30", "Kolkata")]
    public void A_zone_tells_its_own_time(string zone, string told, string offset, string city)
    {
        var moment = new Moment(Effective, zone, "en");

        Assert.That(moment.WeekdayDateTime.Replace('\u00a0', ' '), Is.EqualTo(told));
        Assert.That((moment.Offset, moment.City), Is.EqualTo((offset, city)));
    }

    [Test]
    public void Summer_time_has_its_own_name() =>
        Assert.That(new Moment(Instant.FromUtc(2021, 7, 1, 12, 0), "America/Los_Angeles", "en").TimeZone, Is.EqualTo("05:00\u00a0PDT"));

    [Test]
    public void Day_and_month_and_time_and_zone_do_not_part() =>
        Assert.That(new Moment(Effective, "America/Los_Angeles", "en").DateTime, Is.EqualTo("10\u00a0January 2021, 23:59\u00a0PST"));

    [TestCase("fr", "lundi 11 janvier 2021")]
    [TestCase("de", "Montag, 11. Januar 2021")]
    public void Names_follow_the_language(string language, string told) =>
        Assert.That(new Moment(Effective, "Europe/Paris", language).WeekdayDate.Replace('\u00a0', ' ').Replace("11 Januar", "11. Januar"), Is.EqualTo(told));

    [TestCase("America/Los_Angeles", "Europe/Paris", 9)]
    [TestCase("Europe/Paris", "America/Los_Angeles", -9)]
    [TestCase("UTC", "Asia/Kolkata", 5.5)]
    public void The_difference_of_the_clocks_is_in_hours(string provider, string customer, decimal hours) =>
        Assert.That(MomentInZones.Of(Effective, provider, customer, "en").HoursAhead, Is.EqualTo(hours));

    [Test]
    public void An_unknown_zone_is_named() =>
        Assert.That(() => new Moment(Effective, "Europe/Pariss", "en"), Throws.TypeOf<DeskException>().With.Message.Contains("'Europe/Pariss'"));
}
