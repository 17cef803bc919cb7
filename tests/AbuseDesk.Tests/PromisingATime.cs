using CsCheck;
using NodaTime;

namespace AbuseDesk.Tests;

public sealed class PromisingATime
{
    private const string Pacific = "America/Los_Angeles";

    [TestCase("2021-01-10T23:59")]
    [TestCase(" 2021-01-10 23:59 ")]
    [TestCase("2021-01-10T23:59:00")]
    [TestCase("2021-01-10T23:59-08:00")]
    [TestCase("2021-01-10 23:59 -0800")]
    public void A_local_time_becomes_the_instant_that_was_promised(string text)
    {
        var promised = PromisedTime.Parse(text, Pacific);
        Assert.That(promised.Instant, Is.EqualTo(Instant.FromUtc(2021, 1, 11, 7, 59)));
        Assert.That(promised.Local, Is.EqualTo(new LocalDateTime(2021, 1, 10, 23, 59)));
        Assert.That(promised.Zone, Is.EqualTo(Pacific));
    }

    [Test]
    public void Midnight_may_be_written_as_the_end_of_the_day() =>
        Assert.That(PromisedTime.Parse("2021-01-10T24:00", Pacific), Is.EqualTo(PromisedTime.Parse("2021-01-11T00:00", Pacific)));

    [Test]
    public void A_time_that_the_clock_skips_is_refused_with_the_nearest_ones() =>
        Assert.That(Refusal("2021-03-14T02:30", Pacific), Is.EqualTo(
            "2021-03-14T02:30 does not exist in America/Los_Angeles, as the clocks go forward then; use 2021-03-14T01:59 or 2021-03-14T03:00."));

    [Test]
    public void A_time_that_the_clock_shows_twice_asks_which() =>
        Assert.That(Refusal("2021-11-07T01:30", Pacific), Is.EqualTo(
            "2021-11-07T01:30 happens twice in America/Los_Angeles, as the clocks go back then; say which: 2021-11-07T01:30-07:00 (PDT) or 2021-11-07T01:30-08:00 (PST)."));

    [TestCase("2021-11-07T01:30-07:00", 8)]
    [TestCase("2021-11-07T01:30-08:00", 9)]
    public void An_offset_says_which(string text, int utcHour) =>
        Assert.That(PromisedTime.Parse(text, Pacific).Instant, Is.EqualTo(Instant.FromUtc(2021, 11, 7, utcHour, 30)));

    [TestCase("2021-01-10T23:59-07:00", "at that time it is -08:00")]
    [TestCase("2021-11-07T01:30Z", "at that time it is -07:00 or -08:00")]
    [TestCase("2021-01-10T23:59+99:00", "ends in no UTC offset")]
    [TestCase("2021-02-30T12:00", "is not a date and time")]
    [TestCase("2021-01-10T25:00", "is not a date and time")]
    [TestCase("2021-01-10", "is not a date and time")]
    [TestCase("tomorrow", "is not a date and time")]
    [TestCase("", "is not a date and time")]
    public void What_is_no_time_of_the_zone_is_refused(string text, string reason) =>
        Assert.That(Refusal(text, Pacific), Does.Contain(reason));

    [TestCase("America/Los_Angelos", "America/Los_Angeles")]
    [TestCase("america/los angeles", "America/Los_Angeles")]
    [TestCase("Paris", "Europe/Paris")]
    [TestCase("PST", "America/Los_Angeles")]
    [TestCase("Pacific Standard Time", "America/Los_Angeles")]
    public void An_unknown_zone_is_answered_with_the_nearest(string zone, string suggestion) =>
        Assert.That(Refusal("2021-01-10T23:59", zone), Is.EqualTo($"There is no time zone “{zone}”; did you mean {suggestion}?"));

    [TestCase("Mars/Base")]
    [TestCase("the zone of the customer")]
    public void A_zone_that_is_like_none_gets_no_guess(string zone) =>
        Assert.That(Refusal("2021-01-10T23:59", zone), Is.EqualTo($"There is no time zone “{zone}”; give a TZDB name such as Europe/Paris."));

    [Test]
    public void Any_instant_comes_back_from_what_the_clock_shows() =>
        Gen.Select(Gen.Long[1_500_000_000, 1_700_000_000], Gen.OneOf("Europe/Paris", Pacific, "Australia/Lord_Howe", "UTC"))
            .Sample((seconds, zone) =>
            {
                var shown = PromisedTime.At(Instant.FromUnixTimeSeconds(seconds), zone);
                var offset = Zones.Get(zone).GetUtcOffset(shown.Instant).ToString("+HH:mm", null);
                Assert.That(PromisedTime.Parse($"{shown.Local:uuuu-MM-dd HH:mm:ss}{offset}", zone), Is.EqualTo(shown));
            }, iter: 2_000);

    private static string Refusal(string text, string zone) =>
        Assert.Throws<DeskException>(() => PromisedTime.Parse(text, zone))!.Message;
}
