using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Deadlines.Changing;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Deadlines;

public sealed class RecordingAnEvent(Engine engine) : LawDesk(engine)
{
    [Test]
    public async Task It_starts_what_the_law_counts_from_it_and_says_why_then()
    {
        var deadline = await FindAsync(await CounterNoticeAsync());

        Assert.That((deadline.DueAt, deadline.NotBeforeAt, deadline.DueLocal), Is.EqualTo((At("2027-01-14T07:59:59Z"), (Instant?)At("2027-01-08T08:00:00Z"), "2027-01-13T23:59:59")));
        Assert.That(deadline.Explanation, Is.EqualTo(
            "14 business days (US federal) after the counter notice was received on Tue 22 Dec 2026 14:03 PST: not before Fri 8 Jan 2027 00:00 PST (when 10 business days have passed) and by Wed 13 Jan 2027 23:59 PST; holidays skipped: 25 Dec, 1 Jan."));
        Assert.That((deadline.Source, deadline.BlocksClosing, deadline.IsCounted), Is.EqualTo(("17 USC 512(g)(2)(C)", true, true)));
        Assert.That((await JournalAsync())[0], Is.EqualTo("recorded that the counter notice was received on Tue 22 Dec 2026 14:03 PST: by post"));
    }

    [Test]
    public async Task Its_reminders_stand_before_the_computed_instant() => Assert.That(
        (await FindAsync(await CounterNoticeAsync())).Reminders.Where(reminder => reminder.Audience == "legal").Select(reminder => reminder.RemindAt),
        Is.EqualTo(new[] { At("2027-01-11T07:59:59Z"), At("2027-01-13T07:59:59Z"), At("2027-01-14T05:59:59Z"), At("2027-01-14T07:59:59Z"), At("2027-01-15T07:59:59Z") }));

    [Test]
    public async Task The_customers_clock_counts_where_the_rule_says_so()
    {
        var started = await Get<RecordEvent>().RunAsync(People.Ines, CaseRef, AnchorEvent.PersonInformed, At("2025-10-15T22:30:00Z"));

        // half past midnight on the 16th in Paris
        Assert.That((await FindAsync(started.Single())).DueLocal, Is.EqualTo("2026-04-16T23:59:59"));
    }

    [Test]
    public async Task It_is_not_recorded_where_nothing_waits_for_it_or_it_has_not_happened()
    {
        await Task.CompletedTask;
        Assert.That(
            () => Get<RecordEvent>().RunAsync(People.Ines, CaseRef, AnchorEvent.PlanAskedFor),
            Throws.TypeOf<DeskException>().With.Message.EqualTo("No rule that is switched on starts when the plan was asked for; switch one on in deadlines.yml."));
        Assert.That(
            () => Get<RecordEvent>().RunAsync(People.Ines, CaseRef, AnchorEvent.CounterNoticeReceived, Clock.Now + Duration.FromHours(1)),
            Throws.TypeOf<DeskException>().With.Message.Contains("cannot be in the future"));
        Assert.That(
            () => Get<RecordEvent>().RunAsync(People.Auditor, CaseRef, AnchorEvent.CounterNoticeReceived),
            Throws.TypeOf<DeskException>().With.Message.Contains("may not record what starts a deadline"));
    }

    [Test]
    public async Task The_same_event_recorded_twice_starts_nothing_twice()
    {
        var deadline = await CounterNoticeAsync();

        Assert.That(CounterNoticeAsync, Throws.TypeOf<DeskException>().With.Message.EqualTo(
            $"That the counter notice was received on Tue 22 Dec 2026 14:03 PST is on record already; {deadline} counts from it. Give another time if it is another."));
        Assert.That(await AllAsync<string>("select ref from deadlines"), Is.EqualTo(new[] { deadline }));

        Clock.Now += Duration.FromMinutes(1);
        Assert.That(await CounterNoticeAsync(), Is.Not.EqualTo(deadline), "another counter notice is another event");
    }

    [Test]
    public async Task A_calendar_that_does_not_reach_so_far_is_an_error_and_starts_nothing()
    {
        Clock.Now = At("2030-12-20T20:00:00Z");

        Assert.That(CounterNoticeAsync, Throws.TypeOf<DeskException>().With.Message.Contains("us-federal.yml knows the years 2019 to 2030 only"));
        Assert.That(await AllAsync<string>("select ref from deadlines"), Is.Empty);
        Assert.That(await JournalAsync(), Is.Empty);
    }

    [Test]
    public async Task A_case_is_not_closed_over_a_deadline_that_blocks_it()
    {
        var deadline = await CounterNoticeAsync();

        Assert.That(
            () => Get<CloseCase>().RunAsync(People.Ines, CaseRef, "done"),
            Throws.TypeOf<DeskException>().With.Message.EqualTo(
                $"{CaseRef} cannot be closed while {deadline} (restore the content, unless an action was filed) is open; do what it asks for, or have it waived."));

        await Get<WaiveDeadline>().RunAsync(People.Ruth, deadline, "an action was filed");
        await Get<CloseCase>().RunAsync(People.Ines, CaseRef, "done");
    }

    [Test]
    public async Task What_law_sets_outlives_the_case_and_the_measure()
    {
        var kept = (await Get<RecordEvent>().RunAsync(People.Ines, CaseRef, AnchorEvent.ReportCompleted)).Single();

        await Database.WriteAsync(tx => Get<WithdrawDeadlines>().RunAsync(tx, People.Ines, CaseId, null, null));
        var closed = await Get<CloseCase>().RunAsync(People.Ines, CaseRef, "done");

        Assert.That(closed.GoingOn, Is.EqualTo(new[] { $"{kept}: end the preservation of what was reported, or extend it" }));
        Assert.That(((await FindAsync(kept)).Status, (await FindAsync(kept)).DueLocal), Is.EqualTo(("open", "2027-12-22T23:59:59")));
    }

    [Test]
    public async Task It_is_not_done_before_its_window_opens()
    {
        var deadline = await CounterNoticeAsync();

        Assert.That(
            () => Get<MeetDeadline>().RunAsync(People.Ines, deadline),
            Throws.TypeOf<DeskException>().With.Message.EqualTo($"{deadline} may not be done before Fri 8 Jan 2027 00:00 PST; have it waived if it need not be done at all."));

        Clock.Now = At("2027-01-08T08:00:00Z");
        await Get<MeetDeadline>().RunAsync(People.Ines, deadline, "restored");
        Assert.That((await FindAsync(deadline)).Status, Is.EqualTo("met"));
    }

    [Test]
    public async Task When_it_runs_out_the_turn_goes_where_the_rule_says()
    {
        var deadline = await CounterNoticeAsync();
        Clock.Now = At("2027-01-14T08:00:00Z");

        Assert.That(await Get<RunOutDeadlines>().RunAsync(), Is.EqualTo(new[] { deadline }));
        Assert.That(await Get<RunOutDeadlines>().RunAsync(), Is.Empty);

        Assert.That((await OneAsync<string>("select turn from cases"), await OneAsync<string>("select to_do from cases")), Is.EqualTo(("legal", "decide what follows")));
        Assert.That((await JournalAsync())[^1], Is.EqualTo($"{deadline} ran out: restore the content, unless an action was filed; it is now legal's turn to decide what follows"));
    }
}
