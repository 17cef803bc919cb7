using AbuseDesk.Web.Pages.Deadlines;
using NodaTime;

namespace AbuseDesk.Tests.Web;

public sealed class LookingAtAMonth
{
    private static readonly LocalDate January = new(2021, 1, 1);

    [Test]
    public void A_month_stands_in_whole_weeks_from_Monday()
    {
        var month = DeadlineMonth.Of(January, Zone("America/Los_Angeles"), []);

        Assert.That(month.Weeks, Has.Count.EqualTo(5).And.All.Count.EqualTo(7));
        Assert.That((month.Weeks[0][0].Date, month.Weeks[^1][6].Date), Is.EqualTo((new LocalDate(2020, 12, 28), new LocalDate(2021, 1, 31))));
    }

    [Test]
    public void The_day_of_a_deadline_is_that_of_the_zone_that_is_looked_at()
    {
        MonthDeadline[] due = [Due("2021-01-11T07:59:00Z", "open")];

        Assert.That(DayWithOne("America/Los_Angeles", due), Is.EqualTo(new LocalDate(2021, 1, 10)));
        Assert.That(DayWithOne("Europe/Paris", due), Is.EqualTo(new LocalDate(2021, 1, 11)));
    }

    [Test]
    public void What_was_met_is_counted_and_what_was_missed_stays_named()
    {
        var month = DeadlineMonth.Of(January, Zone("UTC"), [Due("2021-01-05T10:00:00Z", "met"), Due("2021-01-05T11:00:00Z", "met"), Due("2021-01-05T12:00:00Z", "missed")]);

        var day = month.Weeks.SelectMany(week => week).Single(day => day.Date == new LocalDate(2021, 1, 5));
        Assert.That((day.Met, day.Open.Count), Is.EqualTo((2, 1)));
    }

    private static LocalDate DayWithOne(string zone, MonthDeadline[] due) =>
        DeadlineMonth.Of(January, Zone(zone), due).Weeks.SelectMany(week => week).Single(day => day.Open.Count == 1).Date;

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private static MonthDeadline Due(string at, string status) => new()
    {
        Ref = "D-2021-00001",
        CaseRef = "C-2021-0001",
        CustomerName = "Perch Social",
        ToDo = "remove 3 items",
        Rule = "act_by",
        Status = status,
        DueAt = NodaTime.Text.InstantPattern.General.Parse(at).Value,
    };
}
