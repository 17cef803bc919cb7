using System.Data.Common;
using AbuseDesk.Deadlines;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using MimeKit;

namespace AbuseDesk.Tests.Deadlines;

public sealed class Reminding(Engine engine) : PerchDesk(engine)
{
    private RemindDue Sweep => Get<RemindDue>();

    [Test]
    public async Task A_sweep_sends_what_is_due_and_a_repeated_one_nothing()
    {
        await StartAsync("2020-11-18T16:00:00Z");

        Assert.That(await Sweep.RunAsync(At("2020-11-17T15:59:59Z")), Is.EqualTo(new ReminderSummary(0, 0, 0)));
        Assert.That(await Sweep.RunAsync(At("2020-11-17T16:00:00Z")), Is.EqualTo(new ReminderSummary(1, 0, 0)));
        Assert.That(await Sweep.RunAsync(At("2020-11-17T16:00:00Z")), Is.EqualTo(new ReminderSummary(0, 0, 0)));
    }

    [Test]
    public async Task The_customer_reads_the_time_on_their_own_clock()
    {
        await StartAsync("2020-11-18T16:00:00Z");
        await Sweep.RunAsync(At("2020-11-17T16:00:00Z"));

        var mail = await MailAsync();

        Assert.That(mail.To.Mailboxes.Select(box => box.Address), Is.EquivalentTo(new[] { "abuse@perch.example", "legal@perch.example" }));
        Assert.That(mail.Subject, Is.EqualTo("Reminder: remove 30 items by Wednesday 18 November 2020, 17:00 CET (C-2020-0417)"));
        Assert.That(mail.TextBody, Does.StartWith("Time left: 24 hours.")
            .And.Contains("Due: Wednesday 18 November 2020, 17:00 CET; Wednesday 18 November 2020, 08:00 PST; Wednesday 18 November 2020, 16:00 UTC"));
        Assert.That(mail.Headers[HeaderId.AutoSubmitted], Is.EqualTo("auto-generated"));
        Assert.That(mail.References, Does.Contain("C-2020-0417@cloud.example"));
    }

    [Test]
    public async Task The_customer_hears_what_the_desk_will_do_as_an_announcement_and_not_that_it_is_late()
    {
        await StartAsync("2020-11-20T16:00:00Z", DeadlineRules.Effective);

        await Sweep.RunAsync(At("2020-11-19T16:00:00Z"));
        await Sweep.RunAsync(At("2020-11-20T16:00:00Z"));

        Assert.That(await SubjectsAsync("abuse@perch.example, legal@perch.example"), Is.EqualTo(new[]
        {
            "Reminder: the suspension takes effect at Friday 20 November 2020, 17:00 CET (C-2020-0417)",
        }));
        Assert.That(await SubjectsAsync("maren@cloud.example"), Is.EqualTo(new[] { "Due now: the suspension takes effect (C-2020-0417)" }));
    }

    [Test]
    public async Task What_happens_by_itself_is_asked_of_nobody()
    {
        await StartAsync("2020-11-20T16:00:00Z", DeadlineRules.Effective);

        await Sweep.RunAsync(At("2020-11-19T16:00:00Z"));

        foreach (var mime in await AllAsync<byte[]>("select mime from outbox"))
        {
            var text = (await MimeMessage.LoadAsync(new MemoryStream(mime))).TextBody!.ReplaceLineEndings("\n");
            Assert.That(text, Does.Contain("\nWhat happens: the suspension takes effect\nWhen: ").And.Not.Contain("By whom"));
        }
    }

    [Test]
    public async Task What_is_overdue_says_by_how_much_and_reaches_the_assignee_too()
    {
        await StartAsync("2020-11-18T16:00:00Z");
        await Sweep.RunAsync(At("2020-11-18T16:00:00Z"));

        await Sweep.RunAsync(At("2020-11-19T18:10:00Z"));

        Assert.That(await SubjectsAsync("ines@cloud.example"), Is.EqualTo(new[]
        {
            "Due now: remove 30 items (C-2020-0417)",
            "Overdue by 26 hours and 10 minutes: remove 30 items (C-2020-0417)",
        }));
    }

    [Test]
    public async Task After_a_long_pause_only_the_latest_reminder_of_each_audience_goes_out()
    {
        await StartAsync("2020-11-20T16:00:00Z");

        var summary = await Sweep.RunAsync(At("2020-11-25T00:00:00Z"));

        // customer: 72, 24, 2 hours before, due, 24 hours over; assignee: due, 24 hours over
        Assert.That(summary, Is.EqualTo(new ReminderSummary(2, 5, 0)));
        Assert.That(await SubjectsAsync("ines@cloud.example"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Work_that_nobody_holds_is_the_leads()
    {
        await Database.WriteAsync(tx => tx.ExecuteAsync("update cases set assignee = null"));
        await StartAsync("2020-11-18T16:00:00Z", "assess_plan");

        await Sweep.RunAsync(At("2020-11-17T16:00:00Z"));

        Assert.That(await SubjectsAsync("maren@cloud.example"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_closed_case_asks_nothing_of_the_customer()
    {
        await StartAsync("2020-11-18T16:00:00Z");
        await Database.WriteAsync(tx => tx.ExecuteAsync("update cases set status = 'closed'"));

        Assert.That(await Sweep.RunAsync(At("2020-11-17T16:00:00Z")), Is.EqualTo(new ReminderSummary(0, 1, 0)));
    }

    [Test]
    public async Task An_address_that_is_none_keeps_nobody_else_from_being_reminded()
    {
        await Database.WriteAsync(tx => tx.ExecuteAsync("update contacts set email = 'none' where role = 'abuse'"));
        await StartAsync("2020-11-18T16:00:00Z");

        var summary = await Sweep.RunAsync(At("2020-11-18T16:00:00Z"));

        Assert.That(summary, Is.EqualTo(new ReminderSummary(1, 2, 1)));
        Assert.That(
            await OneAsync<string>("select summary from journal where act = 'reminder-skipped'"),
            Does.StartWith("could not remind customer of D-2020-00001").And.Contains("no mail address"));
    }

    [Test]
    public async Task Sweeps_at_once_send_each_reminder_once()
    {
        for (var i = 0; i < 60; i++) await StartAsync("2020-11-18T16:00:00Z");

        var summaries = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Sweep.RunAsync(At("2020-11-17T16:00:00Z")))));

        Assert.That(summaries.Sum(summary => summary.Planned), Is.EqualTo(60));
        Assert.That(await OneAsync<int>("select count(*) from outbox"), Is.EqualTo(60));
        Assert.That(await OneAsync<int>("select count(*) from reminders where status = 'queued'"), Is.EqualTo(60));
    }

    [Test]
    public async Task More_than_one_page_is_swept_at_once()
    {
        await StartAsync("2020-11-18T16:00:00Z");
        await Database.WriteAsync(tx => tx.ExecuteAsync(
            """
            with recursive n (i) as (select 2 union all select i + 1 from n where i < 1201)
            insert into deadlines (ref, case_id, rule, whose, to_do, explanation, due_at, due_local, due_zone, status, started_at)
            select 'D-2020-' || i, case_id, rule, whose, to_do, explanation, due_at, due_local, due_zone, status, started_at from deadlines, n
            """));
        await Database.WriteAsync(tx => tx.ExecuteAsync(
            """
            insert into reminders (deadline_id, remind_at, kind, audience, status)
            select d.id, r.remind_at, r.kind, r.audience, r.status from reminders r, deadlines d where d.ref <> 'D-2020-00001'
            """));

        Assert.That((await Sweep.RunAsync(At("2020-11-17T16:00:00Z"))).Planned, Is.EqualTo(1201));
    }

    [Test]
    public async Task A_sweep_that_dies_leaves_everything_to_the_next_one()
    {
        await StartAsync("2020-11-18T16:00:00Z");
        await Database.WriteAsync(tx => tx.ExecuteAsync("alter table outbox rename to away"));
        Assert.That(() => Sweep.RunAsync(At("2020-11-17T16:00:00Z")), Throws.InstanceOf<DbException>());
        await Database.WriteAsync(tx => tx.ExecuteAsync("alter table away rename to outbox"));

        Assert.That(await OneAsync<int>("select count(*) from reminders where status <> 'planned'"), Is.Zero);
        Assert.That((await Sweep.RunAsync(At("2020-11-17T16:00:00Z"))).Planned, Is.EqualTo(1));
    }

    [Test]
    public async Task Legal_is_reminded_of_a_review_and_then_the_lead_hears_of_it()
    {
        var deadline = await StartAsync("2020-11-16T18:00:00Z", DeadlineRules.DecideReview);
        await Sweep.RunAsync(At("2020-11-16T17:00:00Z"));
        await Sweep.RunAsync(At("2020-11-16T18:00:00Z"));
        await Get<MeetDeadline>().RunAsync(People.Ruth, deadline);

        Assert.That(await SubjectsAsync("ruth@cloud.example"), Has.Count.EqualTo(2));
        Assert.That(await SubjectsAsync("maren@cloud.example"), Has.Count.EqualTo(1));
        Assert.That((await Sweep.RunAsync(At("2020-11-20T18:00:00Z"))).Planned, Is.Zero);
    }

    private async Task<MimeMessage> MailAsync() =>
        await MimeMessage.LoadAsync(new MemoryStream(await OneAsync<byte[]>("select mime from outbox")));

    private Task<IReadOnlyList<string>> SubjectsAsync(string recipient) =>
        AllAsync<string>("select subject from outbox where recipients = @recipient order by id", new { recipient });
}
