using AbuseDesk.Deadlines;
using AbuseDesk.Deadlines.Changing;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Deadlines;

public sealed class PausingADeadline(Engine engine) : LawDesk(engine)
{
    [Test]
    public async Task While_it_is_paused_nobody_is_reminded_and_it_is_in_no_list_of_what_is_due()
    {
        var deadline = await CounterNoticeAsync();
        Clock.Now = At("2026-12-28T18:00:00Z");

        await Get<PauseDeadline>().RunAsync(People.Ruth, deadline, "Clarification", "asked for the signature");

        var found = await FindAsync(deadline);
        Assert.That((found.Status, found.Pauses.Single().Reason, found.Pauses.Single().ResumedAt), Is.EqualTo(("paused", "clarification", (Instant?)null)));
        Assert.That(found.Reminders.Select(reminder => reminder.Status), Has.All.EqualTo("skipped"));
        Assert.That((await Get<DeadlineList>().RunAsync(new DeadlineFilter())).Count, Is.Zero);
        Assert.That((await Get<DeadlineList>().RunAsync(new DeadlineFilter { Paused = true })).Single().Ref, Is.EqualTo(deadline));
        Assert.That(await OneAsync<int>("select count(*) from cases where next_due_at is null"), Is.EqualTo(1));
        Assert.That((await JournalAsync())[^1], Is.EqualTo($"paused {deadline}: restore the content, unless an action was filed (clarification: asked for the signature)"));
    }

    [Test]
    public async Task It_goes_on_with_what_was_left_and_those_who_count_on_it_are_told()
    {
        var deadline = await CounterNoticeAsync();
        Clock.Now = At("2026-12-28T18:00:00Z");
        await Get<PauseDeadline>().RunAsync(People.Ruth, deadline, "clarification");
        Clock.Now = At("2026-12-30T17:00:00Z");

        await Get<ResumeDeadline>().RunAsync(People.Ruth, deadline, "it came");

        // Monday to Wednesday do not count: three business days later, over the weekend and the 18th, a holiday
        var found = await FindAsync(deadline);
        Assert.That((found.Status, found.DueLocal, found.NotBeforeAt), Is.EqualTo(("open", "2027-01-19T23:59:59", (Instant?)At("2027-01-13T08:00:00Z"))));
        Assert.That(found.Explanation, Does.EndWith("holidays skipped: 25 Dec, 1 Jan, 18 Jan; 3 days of a pause do not count."));
        Assert.That((found.Moves.Single().OldDueAt, found.Moves.Single().Cause, found.Moves.Single().MovedBy), Is.EqualTo((At("2027-01-14T07:59:59Z"), "resumed", "ruth")));
        Assert.That(found.Reminders.Where(reminder => reminder.Status == "planned").Min(reminder => reminder.RemindAt), Is.EqualTo(At("2027-01-17T07:59:59Z")));
        Assert.That(await OneAsync<Instant>("select next_due_at from cases"), Is.EqualTo(found.DueAt));
        Assert.That(await MailAsync(), Is.EqualTo(new[]
        {
            "ines@cloud.example: Moved: restore the content, unless an action was filed, now by Tuesday 19 January 2027, 23:59 PST (C-2020-0417)",
            "ruth@cloud.example: Moved: restore the content, unless an action was filed, now by Tuesday 19 January 2027, 23:59 PST (C-2020-0417)",
        }));
        Assert.That(await JournalAsync(), Does.Contain($"resumed {deadline}: restore the content, unless an action was filed (clarification: it came)"));
        Assert.That((await JournalAsync())[^1], Is.EqualTo($"moved {deadline}: restore the content, unless an action was filed, from Wed 13 Jan 2027 23:59 PST to Tue 19 Jan 2027 23:59 PST (the pause for clarification ended)"));
    }

    [Test]
    public async Task The_hour_of_a_removal_order_runs_anew()
    {
        var deadline = (await Get<RecordEvent>().RunAsync(People.Ines, CaseRef, AnchorEvent.OrderReceived)).Single();
        Clock.Now += Duration.FromMinutes(20);
        await Get<PauseDeadline>().RunAsync(People.Ruth, deadline, "clarification");
        Clock.Now += Duration.FromHours(5);

        await Get<ResumeDeadline>().RunAsync(People.Ruth, deadline);

        var found = await FindAsync(deadline);
        Assert.That(found.DueAt, Is.EqualTo(Clock.Now + Duration.FromHours(1)));
        Assert.That(found.Explanation, Is.EqualTo(
            "1 hour after the pause ended on Tue 22 Dec 2026 19:23 PST, anew (the order was received on Tue 22 Dec 2026 14:03 PST): Tue 22 Dec 2026 20:23 PST."));
    }

    [Test]
    public async Task An_instant_that_a_notice_named_moves_by_the_time_of_the_pause_and_the_customer_is_told_by_their_clock()
    {
        Edit("deadlines.yml", "    within: 24h\n    audience: [customer]", "    within: 24h\n    pause: {reasons: {clarification: [agent]}}\n    audience: [customer]");
        var deadline = await StartAsync("2027-01-03T00:00:00Z");
        await Get<PauseDeadline>().RunAsync(People.Ines, deadline, "clarification");
        Clock.Now += Duration.FromHours(6);

        await Get<ResumeDeadline>().RunAsync(People.Ines, deadline);

        var found = await FindAsync(deadline);
        Assert.That(found.DueAt, Is.EqualTo(At("2027-01-03T06:00:00Z")));
        Assert.That(found.Explanation, Is.EqualTo("The instant named when N-2020-0700 was sent on Tuesday 22 December 2026, 14:03 PST; moved on by the 6 hours of a pause."));
        Assert.That(await MailAsync(), Is.EqualTo(new[]
        {
            "abuse@perch.example, legal@perch.example: Moved: remove 30 items, now by Sunday 3 January 2027, 07:00 CET (C-2020-0417)",
            "ines@cloud.example: Moved: remove 30 items, now by Saturday 2 January 2027, 22:00 PST (C-2020-0417)",
        }));
    }

    [Test]
    public async Task Only_for_a_reason_of_the_rule_by_whom_it_names_and_in_time()
    {
        var deadline = await CounterNoticeAsync();
        var pause = Get<PauseDeadline>();

        Refused(() => pause.RunAsync(People.Ruth, deadline, "holidays"), $"{deadline} cannot be paused for “holidays”; the reasons are clarification, force majeure.");
        Refused(() => pause.RunAsync(People.Maren, deadline, "clarification"), $"Maren Lindqvist may not pause {deadline} for “clarification”: that needs the role legal.");
        Refused(() => Get<ResumeDeadline>().RunAsync(People.Ruth, deadline), $"{deadline} is not paused.");
        await pause.RunAsync(People.Maren, deadline, "force majeure");
        Refused(() => pause.RunAsync(People.Ruth, deadline, "clarification"), $"{deadline} is paused already.");
        await Get<ResumeDeadline>().RunAsync(People.Maren, deadline);
        Clock.Now = At("2027-03-01T00:00:00Z");
        Refused(() => pause.RunAsync(People.Ruth, deadline, "clarification"), "and cannot be paused any more; ask for an extension.");
        var actBy = await StartAsync("2027-03-03T00:00:00Z");
        Refused(() => pause.RunAsync(People.Ruth, actBy, "clarification"), $"{actBy} cannot be paused: its rule act_by gives no reason for it; ask for an extension.");
    }

    [Test]
    public async Task A_paused_one_can_be_met_and_is_withdrawn_with_what_it_belongs_to()
    {
        var deadline = await CounterNoticeAsync();
        await Get<PauseDeadline>().RunAsync(People.Ruth, deadline, "clarification");

        await Database.WriteAsync(tx => Get<WithdrawDeadlines>().RunAsync(tx, People.Ines, CaseId, null, null));

        var found = await FindAsync(deadline);
        Assert.That((found.Status, found.Pauses.Single().ResumedAt), Is.EqualTo(("withdrawn", (Instant?)Clock.Now)));
    }

    private static void Refused(Func<Task> act, string sentence) =>
        Assert.That(act, Throws.TypeOf<DeskException>().With.Message.Contains(sentence));
}
