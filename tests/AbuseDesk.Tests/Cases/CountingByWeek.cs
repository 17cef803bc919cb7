using AbuseDesk.Cases;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Tests.Cases;

public sealed class CountingByWeek
{
    private static readonly DateTimeZone Pacific = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];

    [Test]
    public void A_week_runs_from_monday_to_sunday_in_the_zone_of_the_desk()
    {
        var sundayNight = At("2020-11-23T07:59:59Z");
        var monday = At("2020-11-23T08:00:00Z");
        Assert.That(Weeks.MondayOf(sundayNight, Pacific), Is.EqualTo(new LocalDate(2020, 11, 16)));
        Assert.That(Weeks.MondayOf(monday, Pacific), Is.EqualTo(new LocalDate(2020, 11, 23)));
        Assert.That(Weeks.MondayOf(sundayNight, DateTimeZone.Utc), Is.EqualTo(new LocalDate(2020, 11, 23)));
    }

    [Test]
    public void Weeks_without_anything_are_counted_as_none()
    {
        var weeks = Weeks.Count([At("2021-01-05T12:00:00Z"), At("2020-12-21T12:00:00Z"), At("2021-01-09T12:00:00Z")], Pacific);
        Assert.That(weeks, Is.EqualTo(new[]
        {
            new Week(new LocalDate(2020, 12, 21), 1),
            new Week(new LocalDate(2020, 12, 28), 0),
            new Week(new LocalDate(2021, 1, 4), 2),
        }));
    }

    [Test]
    public void No_instants_make_no_weeks() => Assert.That(Weeks.Count([], Pacific), Is.Empty);

    private static Instant At(string text) => InstantPattern.General.Parse(text).Value;
}
