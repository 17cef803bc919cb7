using AbuseDesk.Deadlines;
using AbuseDesk.Tests.Database;
using MimeKit;

namespace AbuseDesk.Tests.Deadlines;

public sealed class RemindingAfterDowntime(Engine engine) : PerchDesk(engine)
{
    private const string Due = "2020-11-18T16:00:00Z";

    protected override string? Setting(string name) => name == PublicAddress.Setting ? "https://abuse.cloud.example/" : null;

    private RemindDue Sweep => Get<RemindDue>();

    [Test]
    public async Task Five_deadlines_are_five_mails_and_six_are_one()
    {
        await StartManyAsync(5);
        await Sweep.RunAsync(At(Due));
        Assert.That(await MailsToInesAsync(), Has.Count.EqualTo(5));

        await StartManyAsync(6);
        var summary = await Sweep.RunAsync(At(Due));

        Assert.That(await MailsToInesAsync(), Has.Count.EqualTo(6));
        Assert.That(summary.Undeliverable, Is.Zero);
        Assert.That(await OneAsync<int>("select count(*) from reminder_summaries"), Is.EqualTo(6));
        Assert.That(await OneAsync<int>("select count(*) from reminders r join reminder_summaries s on s.reminder_id = r.id join outbox o on o.id = s.outbox_id where r.status = 'queued' and o.recipients = 'ines@cloud.example'"), Is.EqualTo(6));
    }

    [Test]
    public async Task The_one_mail_lists_all_with_what_is_most_urgent_first()
    {
        for (var day = 23; day >= 17; day--) await StartAsync($"2020-11-{day}T16:00:00Z", "assess_plan");
        await Database.WriteAsync(async tx =>
        {
            await tx.ExecuteAsync("delete from reminders where id not in (select min(id) from reminders where audience = 'assignee' group by deadline_id)");
            await tx.ExecuteAsync("update reminders set remind_at = @at", new { at = At("2020-11-17T00:00:00Z") });
        });

        await Sweep.RunAsync(At("2020-11-19T17:00:00Z"));

        var mail = await MimeMessage.LoadAsync(new MemoryStream(await OneAsync<byte[]>("select mime from outbox where recipients = 'ines@cloud.example'")));
        var text = mail.TextBody!.ReplaceLineEndings("\n");
        Assert.That(mail.Subject, Is.EqualTo("7 deadlines: 3 overdue, 1 within 24 hours, 3 later"));
        var places = Enumerable.Range(1, 7).Reverse().Select(number => text.IndexOf($"D-2020-0000{number}", StringComparison.Ordinal)).ToArray();
        Assert.That(places, Is.Ordered.And.All.Positive);
        Assert.That(text, Does.Contain("\nOVERDUE\n").And.Contain("\nWITHIN 24 HOURS\n").And.Contain("\nLATER\n").And.Contain("https://abuse.cloud.example/deadlines/D-2020-00007\n"));
    }

    [Test]
    public async Task Customers_still_hear_of_each()
    {
        await StartManyAsync(8);

        await Sweep.RunAsync(At(Due));

        Assert.That(await OneAsync<int>("select count(*) from outbox where recipients like '%@perch.example%'"), Is.EqualTo(8));
        Assert.That(await MailsToInesAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Who_has_few_of_those_that_several_people_hear_of_gets_them_one_by_one()
    {
        await Database.WriteAsync(tx => tx.ExecuteAsync("update staff set roles = 'agent lead' where login = 'ines'"));
        await StartManyAsync(6, "assess_plan");
        await Database.WriteAsync(tx => tx.ExecuteAsync("update reminders set audience = 'lead' where audience = 'assignee' and deadline_id in (select id from deadlines where ref in ('D-2020-00001', 'D-2020-00002')) and not exists (select 1 from reminders o where o.deadline_id = reminders.deadline_id and o.remind_at = reminders.remind_at and o.audience = 'lead')"));

        await Sweep.RunAsync(At("2020-11-17T16:00:00Z"));

        Assert.That(await MailsToInesAsync(), Has.Count.EqualTo(1), "of both, as assignee and as lead");
        Assert.That(await OneAsync<int>("select count(*) from outbox where recipients = 'maren@cloud.example'"), Is.EqualTo(2));
    }

    [Test]
    public async Task Sweeps_at_once_write_one_mail_to_each_person()
    {
        await StartManyAsync(60);

        var summaries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Sweep.RunAsync(At(Due)))));

        Assert.That(await MailsToInesAsync(), Has.Count.EqualTo(1));
        Assert.That(await OneAsync<int>("select count(*) from reminder_summaries"), Is.EqualTo(60));
        Assert.That(summaries.Sum(summary => summary.Planned), Is.EqualTo(120), "60 to Ines in one mail, 60 to the customer");
        Assert.That(await OneAsync<int>("select count(*) from outbox"), Is.EqualTo(61));
    }

    [Test]
    public async Task A_person_whose_address_is_none_is_in_the_journal_with_each_of_them()
    {
        await Database.WriteAsync(tx => tx.ExecuteAsync("update staff set email = 'none' where login = 'ines'"));
        await StartManyAsync(6, "assess_plan");

        var summary = await Sweep.RunAsync(At("2020-11-17T16:00:00Z"));

        Assert.That((summary.Planned, summary.Undeliverable), Is.EqualTo((0, 6)));
        Assert.That(await OneAsync<int>("select count(*) from journal where act = 'reminder-skipped'"), Is.EqualTo(6));
    }

    private async Task StartManyAsync(int count, string rule = DeadlineRules.ActBy)
    {
        for (var i = 0; i < count; i++) await StartAsync(Due, rule);
    }

    private Task<IReadOnlyList<string>> MailsToInesAsync() => AllAsync<string>("select subject from outbox where recipients = 'ines@cloud.example'");
}
