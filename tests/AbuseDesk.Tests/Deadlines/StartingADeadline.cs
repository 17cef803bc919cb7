using AbuseDesk.Deadlines;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Dapper;
using NodaTime;

namespace AbuseDesk.Tests.Deadlines;

public sealed class StartingADeadline(Engine engine) : PerchDesk(engine)
{
    [Test]
    public async Task It_says_why_it_is_due_then_and_plans_its_reminders()
    {
        var deadline = await StartAsync("2020-11-17T16:00:00Z");

        Assert.That(deadline, Is.EqualTo("D-2020-00001"));
        var row = (await Get<DeadlineList>().RunAsync(new DeadlineFilter())).Single();
        Assert.That(row.Explanation, Is.EqualTo("24 hours after N-2020-0700 was sent on Monday 16 November 2020, 08:00 PST."));
        Assert.That((row.ToDo, row.Whose, row.DueLocal, row.DueZone), Is.EqualTo(("remove 30 items", "customer", "2020-11-17T08:00:00", "America/Los_Angeles")));
        Assert.That((row.CustomerZone, row.AssigneeName, row.RemindersSent, row.RemindersPlanned), Is.EqualTo(("Europe/Paris", "Ines Calder", 0, 5)));
    }

    [Test]
    public async Task An_instant_that_a_notice_names_is_explained_as_such()
    {
        await StartAsync("2020-11-18T16:00:00Z");

        var row = (await Get<DeadlineList>().RunAsync(new DeadlineFilter())).Single();
        Assert.That(row.Explanation, Is.EqualTo("The instant named when N-2020-0700 was sent on Monday 16 November 2020, 08:00 PST."));
    }

    [Test]
    public async Task A_rule_counts_its_own_time_where_no_instant_is_named()
    {
        await Database.WriteAsync(tx => Get<StartDeadline>().RunAsync(
            tx, new DeadlineStart { CaseId = CaseId, Rule = DeadlineRules.DecideReview, Anchor = "version 1 was submitted" }));

        var row = (await Get<DeadlineList>().RunAsync(new DeadlineFilter())).Single();
        Assert.That(row.DueAt, Is.EqualTo(Clock.Now + Duration.FromHours(2)));
        Assert.That(row.Explanation, Is.EqualTo("2 hours after version 1 was submitted on Monday 16 November 2020, 08:00 PST."));
    }

    [Test]
    public void A_rule_that_needs_an_instant_says_so() => Assert.That(
        () => Database.WriteAsync(tx => Get<StartDeadline>().RunAsync(
            tx, new DeadlineStart { CaseId = CaseId, Rule = DeadlineRules.PlanDue, Anchor = "N-2020-0700 was sent" })),
        Throws.TypeOf<DeskException>().With.Message.Contains("plan_due"));

    [Test]
    public async Task The_queue_shows_the_earliest_open_deadline_of_the_case()
    {
        await StartAsync("2020-11-19T16:00:00Z", DeadlineRules.PlanDue);
        await StartAsync("2020-11-17T16:00:00Z");
        Assert.That(await TurnAsync(), Is.EqualTo(("customer", "remove 30 items", At("2020-11-17T16:00:00Z"))));

        await Database.WriteAsync(tx => Get<MeetDeadlines>().RunAsync(tx, People.Ines, CaseId, null, DeadlineRules.ActBy));
        Assert.That(await TurnAsync(), Is.EqualTo(("customer", "send the plan", At("2020-11-19T16:00:00Z"))));

        await Database.WriteAsync(tx => Get<WithdrawDeadlines>().RunAsync(tx, People.Ines, CaseId, null, null));
        Assert.That(await TurnAsync(), Is.EqualTo(("ours", "decide the next step", (Instant?)null)));
    }

    [Test]
    public async Task What_was_met_is_reminded_of_no_more()
    {
        var deadline = await StartAsync("2020-11-17T16:00:00Z");

        await Get<MeetDeadline>().RunAsync(People.Ines, deadline.ToLowerInvariant(), "all 30 are gone");

        Assert.That(await AllAsync<string>("select distinct status from reminders"), Is.EqualTo(new[] { "skipped" }));
        Assert.That(await Get<DeadlineList>().RunAsync(new DeadlineFilter()), Is.Empty);
        Assert.That(await AllAsync<string>("select summary from journal order by number"), Is.EqualTo(new[]
        {
            "started D-2020-00001: remove 30 items by Tuesday 17 November 2020, 08:00 PST",
            "met D-2020-00001: remove 30 items (all 30 are gone)",
        }));
        Assert.That(
            () => Get<MeetDeadline>().RunAsync(People.Ines, deadline),
            Throws.TypeOf<DeskException>().With.Message.Contains("no longer open"));
        Assert.That(
            () => Get<MeetDeadline>().RunAsync(People.Auditor, deadline),
            Throws.TypeOf<DeskException>().With.Message.Contains("may not"));
    }

    [Test]
    public async Task The_list_narrows_and_pages()
    {
        await StartAsync("2020-11-19T16:00:00Z", DeadlineRules.PlanDue);
        await StartAsync("2020-11-17T16:00:00Z");
        await StartAsync("2020-11-17T16:00:00Z", DeadlineRules.PreservationEnds);
        var list = Get<DeadlineList>();

        var first = await list.RunAsync(new DeadlineFilter { CaseRef = CaseRef.ToLowerInvariant() }, count: 2);
        var second = await list.RunAsync(new DeadlineFilter(), new DeadlineKey(first[1].DueAt, first[1].Id), 2);

        Assert.That(first.Concat(second).Select(row => row.Ref), Is.EqualTo(new[] { "D-2020-00002", "D-2020-00003", "D-2020-00001" }));
        Assert.That(await list.RunAsync(new DeadlineFilter { DueBefore = At("2020-11-18T00:00:00Z"), Whose = Whose.Customer, Assignee = "ines" }), Has.Count.EqualTo(1));
        Assert.That(await list.RunAsync(new DeadlineFilter { Assignee = "maren" }), Is.Empty);
    }

    private async Task<(string, string, Instant?)> TurnAsync() => await Database.ReadAsync(async connection =>
    {
        var row = await connection.QuerySingleAsync<TurnRow>("select turn, to_do, next_due_at from cases where id = @CaseId", new { CaseId });
        return (row.Turn, row.ToDo, row.NextDueAt);
    });

    private sealed record TurnRow
    {
        public required string Turn { get; init; }

        public required string ToDo { get; init; }

        public Instant? NextDueAt { get; init; }
    }
}
