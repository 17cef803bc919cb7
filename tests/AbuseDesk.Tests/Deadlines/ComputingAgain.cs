using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Deadlines.Changing;
using AbuseDesk.Mail;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Deadlines;

public sealed class ComputingAgain(Engine engine) : LawDesk(engine)
{
    private const string DayOff = "holidays:\n  - {name: Day of mourning, on: 2027-01-06}";

    [Test]
    public async Task A_day_off_that_was_decided_late_moves_the_deadline_once_and_tells_people()
    {
        var deadline = await CounterNoticeAsync();
        Edit("calendars/us-federal.yml", "holidays:", DayOff);

        Assert.That(await RecomputeAsync(), Is.EqualTo(new[] { deadline }));
        Assert.That(await RecomputeAsync(), Is.Empty);

        var found = await FindAsync(deadline);
        Assert.That((found.DueLocal, found.NotBeforeAt), Is.EqualTo(("2027-01-14T23:59:59", (Instant?)At("2027-01-09T08:00:00Z"))));
        Assert.That(found.Explanation, Does.Contain("holidays skipped: 25 Dec, 1 Jan, 6 Jan."));
        Assert.That((found.Moves.Single().OldDueAt, found.Moves.Single().Cause), Is.EqualTo((At("2027-01-14T07:59:59Z"), "calendar-changed")));
        Assert.That((await MailAsync()).Count, Is.EqualTo(2));
        Assert.That((await JournalAsync())[^1], Does.EndWith("from Wed 13 Jan 2027 23:59 PST to Thu 14 Jan 2027 23:59 PST (the calendar US federal has changed)"));
    }

    [Test]
    public async Task A_change_that_moves_nothing_tells_nobody()
    {
        await CounterNoticeAsync();
        Edit("calendars/us-federal.yml", "holidays:", "holidays:\n  - {name: Later, on: 2029-03-07}");

        Assert.That(await RecomputeAsync(), Is.Empty);
        Assert.That(await MailAsync(), Is.Empty);
    }

    [Test]
    public async Task A_rule_that_is_edited_changes_nothing_that_was_started()
    {
        var deadline = await CounterNoticeAsync();
        Edit("deadlines.yml", "within: 14 business days", "within: 20 business days");
        Edit("calendars/us-federal.yml", "holidays:", DayOff);

        await RecomputeAsync();

        Assert.That((await FindAsync(deadline)).DueLocal, Is.EqualTo("2027-01-14T23:59:59"));
    }

    [Test]
    public async Task An_extension_stays_as_it_was_promised()
    {
        var deadline = await CounterNoticeAsync();
        await Get<AskExtension>().RunAsync(People.Ines, deadline, PromisedTime.Parse("2027-01-22T17:00", "America/Los_Angeles"), "x");
        await Get<DecideExtension>().RunAsync(People.Ruth, deadline, approve: true);
        Edit("calendars/us-federal.yml", "holidays:", DayOff);

        Assert.That(await RecomputeAsync(), Is.Empty);
        Assert.That((await FindAsync(deadline)).DueLocal, Is.EqualTo("2027-01-22T17:00:00"));
    }

    [Test]
    public async Task The_event_was_a_day_earlier()
    {
        var deadline = await CounterNoticeAsync();

        await Get<CorrectAnchor>().RunAsync(People.Ines, deadline, At("2026-12-21T19:00:00Z"), "stamp of the mail room");

        var found = await FindAsync(deadline);
        Assert.That((found.DueLocal, found.AnchorAt), Is.EqualTo(("2027-01-12T23:59:59", (Instant?)At("2026-12-21T19:00:00Z"))));
        Assert.That(found.Moves.Single().OldExplanation, Does.Contain("on Tue 22 Dec 2026 14:03 PST"));
        Assert.That(await JournalAsync(), Does.Contain($"corrected what {deadline} counts from: the counter notice was received on Mon 21 Dec 2026 11:00 PST: stamp of the mail room"));
        Assert.That((await MailAsync()).Count, Is.EqualTo(2));
        Assert.That(
            () => Get<CorrectAnchor>().RunAsync(People.Ines, deadline, Clock.Now + Duration.FromDays(1), "x"),
            Throws.TypeOf<DeskException>().With.Message.Contains("cannot be in the future"));
    }

    [Test]
    public async Task An_instant_that_was_named_depends_on_no_event()
    {
        var deadline = await StartAsync("2027-01-10T16:00:00Z");

        Assert.That(
            () => Get<CorrectAnchor>().RunAsync(People.Ines, deadline, Clock.Now, "x"),
            Throws.TypeOf<DeskException>().With.Message.EqualTo($"{deadline} is due at an instant that somebody named, in a notice or an extension; it does not depend on when N-2020-0700 was sent."));
    }

    [Test]
    public void The_end_of_a_calendar_is_told_a_year_ahead()
    {
        Clock.Now = At("2029-10-01T12:00:00Z");
        Assert.That(Get<CheckCalendars>().Run().Single(), Is.EqualTo(new CalendarOutlook("us-federal", "restore_after_counter_notice", 2030, null, false)));
        Clock.Now = At("2029-12-20T12:00:00Z");
        Assert.That(Get<CheckCalendars>().Run().Single(), Is.EqualTo(new CalendarOutlook("us-federal", "restore_after_counter_notice", 2030, 2031, false)));
        Clock.Now = At("2030-12-20T12:00:00Z");
        Assert.That(Get<CheckCalendars>().Run().Single(), Is.EqualTo(new CalendarOutlook("us-federal", "restore_after_counter_notice", 2030, 2031, true)));
    }

    /// <summary>As the worker of a node that was started after the files were edited.</summary>
    private Task<IReadOnlyList<string>> RecomputeAsync()
    {
        var calendars = new Calendars(Policy("calendars"));
        var rules = DeadlineRules.Load(Policy("deadlines.yml"), calendars);
        return new RecomputeDeadlines(Database, calendars, new CountAgain(calendars), new MoveDeadline(rules, new MovedMail(Get<Outbox>(), Get<DeskZone>()))).RunAsync();
    }
}
