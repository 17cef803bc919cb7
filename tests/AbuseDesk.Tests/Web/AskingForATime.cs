using AbuseDesk.Web.Pages;

namespace AbuseDesk.Tests.Web;

public sealed class AskingForATime
{
    [Test]
    public void A_time_is_read_on_the_clock_of_its_zone() =>
        Assert.That(Input("2021-01-10T23:59").Read().Instant.ToString(), Is.EqualTo("2021-01-11T07:59:00Z"));

    [Test]
    public void A_time_that_the_clock_skips_is_refused_with_the_ways_out() =>
        Assert.That(() => Input("2021-03-14T02:30").Read(), Throws.TypeOf<DeskException>().With.Message.Contains("does not exist").And.Message.Contains("use 2021-03-14T01:59 or 2021-03-14T03:00"));

    [Test]
    public void A_time_that_the_clock_shows_twice_is_asked_for_and_then_read()
    {
        var input = Input("2021-11-07T01:30");
        Assert.That(() => input.Read(), Throws.TypeOf<DeskException>().With.Message.Contains("happens twice"));
        Assert.That(input.Ways().Select(way => way.Words), Is.EqualTo(new[] { "PDT (UTC-07:00)", "PST (UTC-08:00)" }));

        input.Offset = input.Ways()[1].Offset;

        Assert.That(input.Read().Instant.ToString(), Is.EqualTo("2021-11-07T09:30:00Z"));
    }

    [Test]
    public void An_answer_that_was_asked_for_another_time_is_not_used()
    {
        var input = Input("2021-01-10T23:59");
        input.Offset = "-07:00";

        Assert.That(input.Read().Instant.ToString(), Is.EqualTo("2021-01-11T07:59:00Z"));
    }

    [TestCase("", "America/Los_Angeles", "Give a date and a time")]
    [TestCase("tomorrow", "America/Los_Angeles", "is not a date and time")]
    [TestCase("2021-01-10T23:59", "PST", "did you mean America/Los_Angeles")]
    [TestCase("2021-01-10T23:59", null, "There is no time zone")]
    public void What_is_no_time_is_refused_in_one_sentence(string local, string? zone, string sentence) =>
        Assert.That(() => new PromisedInput { Local = local, Zone = zone }.Read(), Throws.TypeOf<DeskException>().With.Message.Contains(sentence));

    [Test]
    public void Numbers_of_items_are_said_as_they_are_read()
    {
        Assert.That(NumberList.Say([1, 2, 3, 5, 8, 9]), Is.EqualTo("1-3, 5, 8-9"));
        Assert.That(NumberList.Parse(NumberList.Say([1, 2, 3, 5, 8, 9])), Is.EqualTo(new[] { 1, 2, 3, 5, 8, 9 }));
    }

    private static PromisedInput Input(string local) => new() { Local = local, Zone = "America/Los_Angeles" };
}
