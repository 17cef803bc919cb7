using AbuseDesk.Deadlines;
using AbuseDesk.Tests.Database;
using AbuseDesk.Web.Workers;
using NodaTime;

namespace AbuseDesk.Tests.Deadlines;

public sealed class WatchingCalendars(Engine engine) : LawDesk(engine)
{
    [Test]
    public void A_calendar_that_reaches_far_enough_is_not_spoken_of() => Assert.That(new WatchCalendars(Get<CheckCalendars>(), Database).RunAsync, Throws.Nothing);

    [Test]
    public void A_year_that_will_be_missing_is_said_at_the_start_and_then_once_a_day()
    {
        Clock.Now = At("2030-03-01T12:00:00Z");
        var watch = new WatchCalendars(Get<CheckCalendars>(), Database);

        Assert.That(watch.RunAsync, Throws.TypeOf<DeskException>().With.Message.EqualTo(
            "us-federal ends with 2030, and restore_after_counter_notice will need within a year 2031. Check the holidays of the year, and extend “years” in policy/calendars/us-federal.yml."));
        Clock.Now += Duration.FromHours(23);
        Assert.That(watch.RunAsync, Throws.Nothing);
        Clock.Now += Duration.FromHours(1);
        Assert.That(watch.RunAsync, Throws.TypeOf<DeskException>());

        Clock.Now = At("2030-12-20T20:00:00Z");
        Assert.That(watch.RunAsync, Throws.TypeOf<DeskException>().With.Message.Contains("restore_after_counter_notice needs 2031."));
    }

    [Test]
    public void A_rule_that_is_switched_off_needs_no_year()
    {
        Edit("deadlines.yml", "enabled: true", "enabled: false");
        Clock.Now = At("2030-12-20T20:00:00Z");

        Assert.That(new WatchCalendars(Get<CheckCalendars>(), Database).RunAsync, Throws.Nothing);
    }
}
