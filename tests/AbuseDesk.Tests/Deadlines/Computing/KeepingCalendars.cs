using System.Globalization;
using AbuseDesk.Deadlines;
using AbuseDesk.Deadlines.Computing;
using NodaTime;

namespace AbuseDesk.Tests.Deadlines.Computing;

public sealed class KeepingCalendars
{
    private string folder = "";

    [SetUp]
    public void CopyTheCalendars()
    {
        folder = Directory.CreateTempSubdirectory("abusedesk-calendars-").FullName;
        foreach (var file in Directory.GetFiles(Policies.PathOf("calendars"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    [TearDown]
    public void RemoveThem() => Directory.Delete(folder, recursive: true);

    // the tables of the churches
    [TestCase(2025, "20 April")]
    [TestCase(2026, "5 April")]
    [TestCase(2027, "28 March")]
    [TestCase(2028, "16 April")]
    [TestCase(2029, "1 April")]
    [TestCase(2030, "21 April")]
    [TestCase(2038, "25 April")]
    public void Easter_falls_where_the_tables_say(int year, string day) =>
        Assert.That(Easter.Of(year).ToString("d MMMM", CultureInfo.InvariantCulture), Is.EqualTo(day));

    [TestCase("us-federal", 2027, "1 Jan, 18 Jan, 15 Feb, 31 May, 18 Jun, 19 Jun, 4 Jul, 5 Jul, 6 Sep, 11 Oct, 11 Nov, 25 Nov, 24 Dec, 25 Dec, 31 Dec")]
    [TestCase("us-federal", 2026, "1 Jan, 19 Jan, 16 Feb, 25 May, 19 Jun, 3 Jul, 4 Jul, 7 Sep, 12 Oct, 11 Nov, 26 Nov, 25 Dec")]
    [TestCase("fr", 2026, "1 Jan, 6 Apr, 1 May, 8 May, 14 May, 25 May, 14 Jul, 15 Aug, 1 Nov, 11 Nov, 25 Dec")]
    [TestCase("fr", 2027, "1 Jan, 29 Mar, 1 May, 6 May, 8 May, 17 May, 14 Jul, 15 Aug, 1 Nov, 11 Nov, 25 Dec")]
    [TestCase("fr-alsace-moselle", 2026, "1 Jan, 3 Apr, 6 Apr, 1 May, 8 May, 14 May, 25 May, 14 Jul, 15 Aug, 1 Nov, 11 Nov, 25 Dec, 26 Dec")]
    [TestCase("de", 2028, "1 Jan, 14 Apr, 17 Apr, 1 May, 25 May, 5 Jun, 3 Oct, 25 Dec, 26 Dec")]
    [TestCase("de-be", 2025, "1 Jan, 8 Mar, 18 Apr, 21 Apr, 1 May, 8 May, 29 May, 9 Jun, 3 Oct, 25 Dec, 26 Dec")]
    public void The_holidays_of_a_year_are_those_of_the_law(string name, int year, string days) => Assert.That(
        string.Join(", ", new Calendars(folder).Get(name).HolidaysOf(year).Select(day => day.Date.ToString("d MMM", CultureInfo.InvariantCulture))), Is.EqualTo(days));

    [Test]
    public void A_year_that_nobody_has_checked_is_an_error_and_no_date()
    {
        var counting = new Counting { Within = Term.Find("10 business days")!, Calendar = new Calendars(folder).Get("us-federal"), Zone = DateTimeZone.Utc };

        var error = Assert.Throws<DeskException>(() => Computation.Of(counting, Instant.FromUtc(2030, 12, 20, 12, 0)));

        Assert.That(error!.Message, Is.EqualTo(
            $"{Path.Combine(folder, "us-federal.yml")} knows the years 2019 to 2030 only, and 1 January 2031 had to be looked up; check the holidays of 2031 and extend “years” there."));
    }

    [Test]
    public void A_holiday_and_a_weekend_have_their_years()
    {
        Write("gulf.yml",
            """
            name: Gulf
            years: {from: 2021, to: 2022}
            weekend: [{days: [friday, saturday], to: 2021}, {days: [saturday, sunday], from: 2022}]
            holidays: [{name: Old, on: 3 March, to: 2021}, {name: New, on: 4 March, from: 2022}]
            """);

        var gulf = new Calendars(folder).Get("gulf");

        Assert.That((gulf.IsWeekend(new LocalDate(2021, 1, 1)), gulf.IsWeekend(new LocalDate(2022, 1, 7)), gulf.IsWeekend(new LocalDate(2022, 1, 9))), Is.EqualTo((true, false, true)));
        Assert.That((gulf.HolidaysOf(2021).Single().Name, gulf.HolidaysOf(2022).Single().Name), Is.EqualTo(("Old", "New")));
    }

    [Test]
    public void Another_day_off_changes_the_fingerprint_and_a_comment_does_not()
    {
        var before = new Calendars(folder).Get("de-be").Fingerprint;
        Write("de.yml", File.ReadAllText(Path.Combine(folder, "de.yml")) + "# a comment\n");
        var commented = new Calendars(folder).Get("de-be").Fingerprint;
        Write("de.yml", File.ReadAllText(Path.Combine(folder, "de.yml")) + "  - {name: Reformationstag, on: 2027-10-29}\n");

        Assert.That(commented, Is.EqualTo(before));
        Assert.That(new Calendars(folder).Get("de-be").Fingerprint, Is.Not.EqualTo(before));
    }

    [TestCase("on: 3 October", "on: 31 February", "line 14: holidays[7].on must be a day such as 25 December")]
    [TestCase("on: 3 October", "on: 29 February", "must be a day such as")]
    [TestCase("on: 3 October", "on: fifth Monday of May", "must be a day such as")]
    [TestCase("[saturday, sunday]", "[saturday, sunnday]", "line 6: weekend must be a list of one of")]
    [TestCase("[saturday, sunday]", "[none]", "line 6: weekend must be a list of days such as [saturday, sunday].")]
    [TestCase("to: 2030", "to: 2020", "line 5: years.to must be 2025 or later.")]
    [TestCase("to: 2030", "to: soon", "line 5: years.to must be a year such as 2026.")]
    [TestCase("source:", "sauce:", "sauce is not known")]
    [TestCase("on: 1 May", "on: 1 May, observed: monday", "must be one of its-day, nearest-weekday")]
    [TestCase("years:", "extends: mars\nyears:", "line 5: extends must be the name of another calendar")]
    [TestCase("years:", "extends: de-be\nyears:", "extends itself")]
    public void A_mistake_is_answered_with_file_and_line(string right, string wrong, string sentence)
    {
        Write("de.yml", File.ReadAllText(Path.Combine(folder, "de.yml")).Replace(right, wrong, StringComparison.Ordinal));

        var error = Assert.Throws<DeskException>(() => new Calendars(folder).Get("de"));

        Assert.That(error!.Message, Does.Contain("de").And.Contain(sentence));
    }

    [Test]
    public void A_calendar_that_extends_another_stays_within_its_years()
    {
        Write("de-be.yml", File.ReadAllText(Path.Combine(folder, "de-be.yml")).Replace("to: 2030", "to: 2031", StringComparison.Ordinal));

        Assert.That(() => new Calendars(folder).Get("de-be"), Throws.TypeOf<DeskException>().With.Message.Contains("years must be within the years of de, 2025 to 2030."));
    }

    [Test]
    public void A_calendar_that_is_not_there_is_answered_with_those_that_are() => Assert.That(
        () => new Calendars(folder).Get("mars"), Throws.TypeOf<DeskException>().With.Message.Contains("no calendar “mars”").And.Message.Contains("de, de-be, fr, fr-alsace-moselle, us-federal"));

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
}
